// Ideas: write, send, see that they arrived, mend them.
F.activities.ideation_board = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, text = q("text"), room = F.page.public.room;
  var draft = "idea." + room.block, changing = "", until = 0, latest = "", quiet = 0;
  var signed = q("signed"), signing = "sign." + room.block;
  F.draft(text, draft);
  signed.addEventListener("change", function () { F.keep(signing, signed.checked); });
  F.counter(text, q("left"), function (isFit) { q("send").disabled = !isFit; });
  text.addEventListener("input", function () { F.typing(); });
  q("ask").addEventListener("change", function () { F.paint(); });
  q("write").addEventListener("submit", function (event) {
    event.preventDefault();
    if (q("send").disabled) { return; }
    latest = F.send("ideation_board", "add_idea", { text: text.value, language: F.mine.language || "", question: q("asks").hidden ? "" : q("ask").value,
      is_signed: !q("sign").hidden && signed.checked }, { inline: true }).id;
    F.undraft(text, draft);
    text.dispatchEvent(new Event("input"));
    quiet = Date.now() + 400;
    setTimeout(F.paint, 450);
    text.focus();
  });

  function ideas(mine) {
    var box = F.box.here().filter(function (entry) { return entry.block === room.block; }), edits = {}, known = {}, rows = [];
    box.forEach(function (entry) { if (entry.wish === "edit_idea" && entry.state !== "sent") { edits[entry.with.card] = entry; } });
    (mine.ideas || []).forEach(function (idea) {
      var entry = edits[idea.id];
      known[idea.id] = true;
      rows.push({ card: idea.id, text: entry ? entry.with.text : idea.text, is_signed: idea.is_signed, joined: idea.joined, state: entry ? entry.state : "sent", entry: entry });
    });
    box.forEach(function (entry) {
      if (entry.wish !== "add_idea" || known[entry.id + ".1"]) { return; }
      var isNew = entry.state === "sent" && Date.now() - entry.sentAt < 4000;
      rows.push({ card: entry.id + ".1", text: entry.with.text, is_signed: entry.with.is_signed, entry: entry, state: entry.state === "sent" && !isNew ? "off" : entry.state });
    });
    return rows.sort(function (a, b) { return a.card < b.card ? 1 : -1; });
  }

  function badge(idea) {
    if (idea.state === "sent") { return F.badge("ok", "#i-check-bold", F.say("sent")); }
    if (idea.state === "off") { return F.make("span", "badge m", F.say("idea_off")); }
    if (idea.state === "refused") { return F.badge("warn", "#i-hourglass-medium-bold", idea.entry.text); }
    if (idea.entry && idea.entry.id === latest && Date.now() < quiet) { return F.make("span", "badge"); }
    return F.badge("warn", "#i-hourglass-medium-bold", F.say(F.link.isOn ? "sending" : "kept_here"));
  }

  function button(cls, said, act) {
    var made = F.make("button", cls, said);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function row(idea) {
    var line = F.make("div", "line"), words = F.make("span", "words", idea.text), pencil;
    if (idea.is_signed && F.page.public.shows_authors) { words.appendChild(F.make("span", "cap", F.say("with_name"))); }
    if (idea.joined) {
      words.appendChild(F.make("span", "cap", idea.joined.stands ? F.say("joined_here") :
        idea.joined.text ? F.say("joined_as", { text: idea.joined.text }) : F.say("joined_unseen")));
    }
    line.appendChild(words);
    line.appendChild(badge(idea));
    // What came too late is told on the page the room moved on to, whichever of the two the phone hears first.
    if (idea.state === "refused" && idea.entry.refusal !== "activity.not_live" && !idea.entry.isRead) {
      idea.entry.isRead = true;
      F.keep("o." + idea.entry.id, idea.entry);
    }
    if (idea.state === "refused" || idea.state === "off") {
      // A whole sentence stands under the words, not beside them.
      line.className += " told";
      line.appendChild(button("q", F.say("idea_drop"), function () { F.box.forget(idea.entry); }));
    }
    if (idea.state !== "off" && idea.state !== "waiting" && F.page.public.is_collecting) {
      pencil = button("ib pencil", "", function () { change(idea); });
      pencil.setAttribute("aria-label", F.say("change_idea") + ": " + idea.text);
      pencil.appendChild(F.icon("#i-pencil-simple", "m"));
      line.appendChild(pencil);
    }
    return line;
  }

  // What was refused goes back to where it was written; nothing of what stands there is lost.
  function change(idea) {
    if (idea.state === "refused" && idea.entry.wish === "add_idea") {
      text.value = (text.value ? text.value + "\n" : "") + idea.text;
      text.dispatchEvent(new Event("input"));
      text.focus();
    } else {
      changing = idea.card;
      isTapped = true;
      F.keep("d.edit." + idea.card, idea.text);
    }
    if (idea.state === "refused") { F.box.forget(idea.entry); }
    F.paint();
  }

  function editor(idea) {
    var box = F.make("div", "line edit"), field = F.make("textarea", "in"), key = "edit." + idea.card, save;
    field.dir = "auto";
    field.setAttribute("aria-label", F.say("change_idea"));
    F.draft(field, key);
    function end() { changing = ""; F.drop("d." + key); F.paint(); }
    var name = F.mine.name || "", sign = F.make("label", "check"), tick = F.make("input", "");
    tick.type = "checkbox";
    tick.checked = !!idea.is_signed;
    sign.appendChild(tick);
    sign.appendChild(F.make("span", "", F.say("idea_signed", { name: name })));
    save = button("B2", F.say("save_idea"), function () {
      if (tick.checked !== !!idea.is_signed) {
        F.send("ideation_board", tick.checked ? "sign_idea" : "unsign_idea", { card: idea.card }, { inline: true, slot: "sign." + idea.card });
      }
      if (field.value !== idea.text) {
        F.send("ideation_board", "edit_idea", { card: idea.card, text: field.value }, { inline: true, slot: "edit." + idea.card });
      }
      end();
    });
    save.style.minWidth = "6.5rem";
    box.appendChild(field);
    if (name && F.page.public.shows_authors) { box.appendChild(sign); }
    box.appendChild(save);
    box.appendChild(button("q", F.say("cancel"), end));
    box.appendChild(button("q", F.say("take_back"), function () {
      F.send("ideation_board", "remove_idea", { card: idea.card }, { inline: true, slot: "edit." + idea.card });
      F.box.here().forEach(function (entry) { if (entry.wish === "add_idea" && entry.id + ".1" === idea.card) { F.box.forget(entry); } });
      end();
    }));
    if (isTapped) { setTimeout(function () { field.focus(); }, 0); }
    isTapped = false;
    return box;
  }

  function ask(page) {
    var asked = [{ id: "", text: page.prompt || page.room.heading || F.say("ideas_question") }].concat(page.questions), key = JSON.stringify(asked);
    if (key === offered) { return; }
    offered = key;
    var kept = q("ask").value;
    F.fill(q("ask"), asked.map(function (one) {
      var made = F.make("option", "", one.text);
      made.value = one.id;
      return made;
    }));
    q("ask").value = asked.some(function (one) { return one.id === kept; }) ? kept : "";
    q("asks").hidden = asked.length < 2;
  }

  // While somebody types in it, the editor stays the same one, whatever else is drawn anew.
  function redraw(rows) {
    var at = document.activeElement, list = q("list"), kept = JSON.stringify([changing, F.page.public.shows_authors]);
    F.fill(list, rows.map(function (idea) {
      if (idea.card !== changing) { return row(idea); }
      if (editing !== kept) { open = editor(idea); }
      editing = kept;
      return open;
    }));
    if (!changing) { editing = ""; }
    if (at !== document.activeElement && list.contains(at)) { at.focus(); }
  }

  var drawn = "", offered = "", editing = "", open = null, isTapped = false, isNew = true;
  return {
    show: function (page, mine) {
      var rows = ideas(mine), waiting = rows.filter(function (idea) { return idea.state === "waiting"; });
      var entry = latest && F.kept("o." + latest), isDone = entry && entry.state === "sent";
      if (isDone && until === 0) { until = Date.now() + 6000; F.announce(F.say("idea_sent")); setTimeout(F.paint, 6100); }
      if (!isDone) { until = 0; }
      var isNamed = page.shows_authors && !!mine.name, chose = F.kept(signing);
      q("as").textContent = isNamed ? F.say("idea_named") : mine.name ? F.say("idea_unnamed", { name: mine.name }) : F.say("idea_nameless");
      q("sign").hidden = !isNamed;
      q("sign").lastChild.textContent = F.say("idea_signed", { name: mine.name });
      signed.checked = typeof chose === "boolean" ? chose : !!mine.signs;
      ask(page);
      q("prompt").textContent = q("ask").selectedOptions[0].textContent;
      var left = page.limit - rows.filter(function (idea) { return idea.state !== "off" && idea.state !== "refused"; }).length;
      q("limit").hidden = !page.limit || !page.is_collecting;
      q("limit").textContent = left > 0 ? F.say("ideas_left", { n: left }) : F.say("no_ideas_left");
      q("write").hidden = (!page.is_collecting || (page.limit && left <= 0)) && !text.value;
      q("closed").hidden = page.is_collecting;
      q("arrived").hidden = !(isDone && Date.now() < until) || waiting.length > 0;
      q("waits").hidden = F.link.isOn || !waiting.length;
      q("own").hidden = !rows.length;
      q("many").hidden = !page.count;
      q("many").textContent = F.say("ideas_here", { n: page.count });
      // A change begun before the page was loaded anew goes on.
      if (isNew) { changing = (rows.filter(function (idea) { return F.kept("d.edit." + idea.card) !== null; })[0] || { card: "" }).card; }
      isNew = isNew && !mine.ideas;
      var key = JSON.stringify([changing, F.link.isOn, page.is_collecting, page.shows_authors, rows.map(function (i) { return [i.card, i.text, i.state, i.is_signed, i.joined, i.entry && Date.now() < quiet]; })]);
      if (key !== drawn) {
        drawn = key;
        redraw(rows);
      }
    }
  };
};
F.harvests.push(function () {
  var n = F.box.here().filter(function (entry) { return entry.wish === "add_idea" && entry.state === "sent"; }).length;
  return n ? F.say("sum_ideas", { n: n }) : "";
});
