// Words of one's own, shared without a name: written, sent, listed with what became of each, and taken back.
// What is taken back goes into the field again, so that no word is lost.
// at: field, left, form, status, head, list; how: activity, the wishes send and back, about = what each is said to,
// draft = key of what is not sent yet, asks = gives what is asked, sum = key of the sentence that counts them
F.ownWords = function (at, how) {
  var field = at.field, go = at.form.querySelector("button"), block = F.page.public.room.block, about = "", listed = "", met = {}, lost = {};
  // Whoever listens hears every change of a status, also one to the same words.
  function tell(words) { if (at.status.textContent !== words) { at.status.textContent = words; } }
  F.draft(field, how.draft);
  // A story may be long: letters are only counted where there are too many.
  F.counter(field, at.left, function (isFit) {
    go.disabled = !isFit;
    at.left.hidden = isFit || !field.value.trim();
  });
  field.addEventListener("input", F.typing);
  at.form.addEventListener("submit", function (event) {
    var fields = { text: field.value };
    event.preventDefault();
    if (go.disabled) { return; }
    fields[how.about] = about;
    F.send(how.activity, how.send, fields, { kept: [{ text: how.asks(), of: field.value }] });
    F.undraft(field, how.draft);
    field.dispatchEvent(new Event("input"));
    field.focus();
  });

  function takeBack(said) {
    // With its words: where the room has gone on, the phone says that they stayed there.
    F.send(how.activity, how.back, { card: said.id, text: said.text }, {
      inline: true, slot: "back." + said.id, kept: [{ text: F.say("own_back"), of: said.text }]
    });
    F.box.here().forEach(function (entry) {
      if (entry.wish === how.send && entry.id + ".1" === said.id) { F.box.forget(entry); }
    });
    field.value = (field.value ? field.value + "\n" : "") + said.text;
    field.dispatchEvent(new Event("input"));
    field.focus();
    F.announce(F.say("own_taken"));
  }

  // What the room has, less what is being taken back, then what is on its way or was taken off the list.
  function rowsOf(own) {
    var box = F.box.here().filter(function (entry) { return entry.block === block; }), going = {}, known = {}, rows;
    box.forEach(function (entry) {
      if (entry.wish !== how.back) { return; }
      if (entry.state !== "refused") { going[entry.with.card] = true; }
      // Refused here: it is gone already, or it stands on the list again. What came too late is told where the room is now.
      else if (entry.refusal !== "activity.not_live") { F.box.forget(entry); }
    });
    rows = own.filter(function (said) {
      known[said.id] = met[said.id] = true;
      delete lost[said.id];
      return said[how.about] === about && !going[said.id];
    }).map(function (said) { return { id: said.id, text: said.text, state: "sent" }; });
    box.forEach(function (entry) {
      var id = entry.id + ".1", isOff = false, patience = met[id] ? 1000 : 4000;
      if (entry.wish === how.send && entry.with[how.about] === about && entry.state !== "refused" && !known[id]) {
        // What the laptop has and does not name a moment later was taken off, perhaps before this phone ever read it.
        // Only a moment later: what is shown to all and what is one's own arrive one after the other, in either order.
        if (entry.state === "sent") {
          lost[id] = lost[id] || Date.now();
          isOff = Date.now() - lost[id] > patience;
          if (!isOff) { setTimeout(F.paint, patience + 100); }
        }
        rows.push({ id: id, text: entry.with.text, state: isOff ? "off" : entry.state, entry: entry });
      }
    });
    return rows.sort(function (a, b) { return a.id < b.id ? 1 : -1; });
  }

  function badge(said) {
    if (said.state === "sent") { return F.badge("ok", "#i-check-bold", F.say("sent")); }
    if (said.state === "off") { return F.make("span", "badge m", F.say("own_off")); }
    return F.badge("warn", "#i-hourglass-medium-bold", F.say(F.link.isOn ? "sending" : "kept_here"));
  }

  function line(said) {
    var made = F.make("div", "line told"), isOff = said.state === "off", act = F.make("button", "q", F.say(isOff ? "own_drop" : "own_back"));
    made.appendChild(F.make("span", "words", said.text));
    made.appendChild(badge(said));
    if (said.state !== "waiting") {
      act.type = "button";
      act.setAttribute("data-id", said.id);
      act.setAttribute("aria-label", act.textContent + ": " + said.text);
      act.addEventListener("click", function () { if (isOff) { F.box.forget(said.entry); } else { takeBack(said); } });
      made.appendChild(act);
    }
    return made;
  }

  // What is said to `what` now; `own` is everything the laptop has from this person. Gives how many are listed.
  return function (what, own) {
    about = what;
    var held, rows = rowsOf(own), states = rows.map(function (said) { return said.state; }), now = JSON.stringify([rows, F.link.isOn]);
    function count(state) { return states.filter(function (each) { return each === state; }).length; }
    tell(count("waiting") && !F.link.isOn ? F.say("kept_here_n", { n: count("waiting") }) :
      count("sent") ? F.say(how.sum, { n: count("sent") }) : F.say("own_nameless"));
    at.head.hidden = !rows.length;
    if (now !== listed) {
      listed = now;
      held = at.list.contains(document.activeElement) ? document.activeElement.getAttribute("data-id") : "";
      F.fill(at.list, rows.map(line));
      // Whoever goes by keys or listens stays where they were.
      held = held && at.list.querySelector("[data-id='" + held + "']");
      if (held) { held.focus(); }
    }
    return rows.length;
  };
};
// What the room could not take stands where it was written again, beside what has been written there since.
// drafts: the name of each text of the wish, and the key under which its field keeps what is not sent yet
F.refill = function (wish, drafts) {
  F.on("box", function (entry) {
    if (!entry || entry.wish !== wish || entry.state !== "refused" || entry.isBack || !F.kept("o." + entry.id)) { return; }
    entry.isBack = true;
    F.keep("o." + entry.id, entry);
    Object.keys(drafts).forEach(function (name) {
      var key = "d." + drafts[name] + "." + entry.block;
      if (entry.with[name]) { F.keep(key, [F.kept(key), entry.with[name]].filter(Boolean).join("\n")); }
    });
  });
};
