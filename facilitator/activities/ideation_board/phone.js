// Ideas: write, send, see that they arrived, mend them.
F.activities.ideation_board = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, text = q("text"), room = F.page.public.room;
  var draft = "idea." + room.block, changing = "", until = 0, latest = "", quiet = 0;
  F.draft(text, draft);
  F.counter(text, q("left"), function (isFit) { q("send").disabled = !isFit; });
  text.addEventListener("input", function () { F.typing(); });
  q("write").addEventListener("submit", function (event) {
    event.preventDefault();
    if (q("send").disabled) { return; }
    latest = F.send("ideation_board", "add_idea", { text: text.value, language: F.mine.language || "" }, { inline: true }).id;
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
      rows.push({ card: idea.id, text: entry ? entry.with.text : idea.text, state: entry ? entry.state : "sent", entry: entry });
    });
    box.forEach(function (entry) {
      if (entry.wish !== "add_idea" || known[entry.id + ".1"]) { return; }
      var isNew = entry.state === "sent" && Date.now() - entry.sentAt < 4000;
      rows.push({ card: entry.id + ".1", text: entry.with.text, entry: entry, state: entry.state === "sent" && !isNew ? "off" : entry.state });
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
    var line = F.make("div", "line"), pencil;
    line.appendChild(F.make("span", "words", idea.text));
    line.appendChild(badge(idea));
    if (idea.state === "refused" || idea.state === "off") {
      line.appendChild(button("q", F.say("idea_drop"), function () { F.box.forget(idea.entry); }));
    }
    if (idea.state === "sent") {
      pencil = button("ib pencil", "", function () { changing = idea.card; F.keep("d.edit." + idea.card, idea.text); F.paint(); });
      pencil.setAttribute("aria-label", F.say("change_idea") + ": " + idea.text);
      pencil.appendChild(F.icon("#i-pencil-simple", "m"));
      line.appendChild(pencil);
    }
    return line;
  }

  function editor(idea) {
    var box = F.make("div", "line edit"), field = F.make("textarea", "in"), key = "edit." + idea.card, save;
    field.dir = "auto";
    field.setAttribute("aria-label", F.say("change_idea"));
    F.draft(field, key);
    function end() { changing = ""; F.drop("d." + key); F.paint(); }
    save = button("B2", F.say("save_idea"), function () {
      if (field.value !== idea.text) {
        F.send("ideation_board", "edit_idea", { card: idea.card, text: field.value }, { inline: true, slot: "edit." + idea.card });
      }
      end();
    });
    box.appendChild(field);
    box.appendChild(save);
    box.appendChild(button("q", F.say("cancel"), end));
    setTimeout(function () { field.focus(); }, 0);
    return box;
  }

  var drawn = "";
  return {
    show: function (page, mine) {
      var rows = ideas(mine), waiting = rows.filter(function (idea) { return idea.state === "waiting"; });
      var entry = latest && F.kept("o." + latest), isDone = entry && entry.state === "sent";
      if (isDone && until === 0) { until = Date.now() + 6000; F.announce(F.say("idea_sent")); setTimeout(F.paint, 6100); }
      if (!isDone) { until = 0; }
      q("prompt").textContent = page.prompt || page.room.heading || F.say("ideas_question");
      q("as").textContent = mine.name ? F.say("idea_as", { name: mine.name }) : F.say("idea_nameless");
      q("write").hidden = !page.is_collecting && !text.value;
      q("closed").hidden = page.is_collecting;
      q("arrived").hidden = !(isDone && Date.now() < until) || waiting.length > 0;
      q("waits").hidden = F.link.isOn || !waiting.length;
      q("own").hidden = !rows.length;
      var key = JSON.stringify([changing, F.link.isOn, rows.map(function (i) { return [i.card, i.text, i.state, i.entry && Date.now() < quiet]; })]);
      if (key !== drawn) {
        drawn = key;
        F.fill(q("list"), rows.map(function (idea) { return idea.card === changing ? editor(idea) : row(idea); }));
      }
    }
  };
};
F.harvests.push(function () {
  var n = F.box.here().filter(function (entry) { return entry.wish === "add_idea" && entry.state === "sent"; }).length;
  return n ? F.say("sum_ideas", { n: n }) : "";
});
