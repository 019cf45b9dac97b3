// A wicked question: two truths, then a choice among pairs, then answers to the one the room lives with.
F.activities.wicked_questions = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, block = F.page.public.room.block;
  var halves = [q("first"), q("second")], fits = [true, true], drawn = "", round;
  halves.forEach(function (field, at) {
    F.draft(field, field.id + "." + block);
    F.counter(field, q("left-" + (at + 1)), function (isFit) { fits[at] = isFit || !field.value.trim(); ready(); });
    field.addEventListener("input", F.typing);
  });
  // Whoever listens hears every change of a status, also one to the same words.
  function tell(status, words) { if (status.textContent !== words) { status.textContent = words; } }
  function ready() {
    var n = halves.filter(function (field) { return field.value.trim(); }).length;
    q("go").disabled = !n || !fits[0] || !fits[1];
    q("go").lastElementChild.textContent = F.say(n === 1 ? "send_half" : "send_both");
  }
  q("tell-truths").addEventListener("submit", function (event) {
    event.preventDefault();
    if (q("go").disabled) { return; }
    F.send("wicked_questions", "send_truths", { first: halves[0].value, second: halves[1].value }, {
      kept: halves.filter(function (field) { return field.value.trim(); }).map(function (field) {
        return { text: root.querySelector("label[for=" + field.id + "]").textContent, of: field.value };
      })
    });
    halves.forEach(function (field) { F.undraft(field, field.id + "." + block); field.dispatchEvent(new Event("input")); });
    if (F.link.isOn) { F.announce(F.say("truths_arrived")); }
  });

  function pair(one) {
    var card = F.make("div", "pair"), top = F.make("div", "half"), low = F.make("div", "half low");
    top.appendChild(F.make("span", "cap", F.say("stem_" + one.stem + "_1")));
    top.appendChild(F.make("p", "", one.first));
    low.appendChild(F.make("span", "and", F.say(one.stem === "want_why" ? "why_pill" : "and_pill")));
    low.appendChild(F.make("span", "cap", F.say("stem_" + one.stem + "_2")));
    low.appendChild(F.make("p", "", one.second));
    if (F.say("stem_" + one.stem + "_3")) { low.appendChild(F.make("span", "cap last", F.say("stem_" + one.stem + "_3"))); }
    card.appendChild(top);
    card.appendChild(low);
    return card;
  }

  function own() { return F.kept("v." + round.id) || { choice: [], number: 0 }; }
  function choose(one) {
    var mine = own(), at = mine.choice.indexOf(one.id);
    if (round.state !== "open") { return; }
    if (at >= 0) { mine.choice.splice(at, 1); } else { mine.choice.push(one.id); }
    mine.choice = mine.choice.slice(-round.quota);
    mine.number = Math.max(mine.number, F.mine.round === round.id && F.mine.number || 0) + 1;
    F.keep("v." + round.id, mine);
    F.send("wicked_questions", "cast_ballot", { round: round.id, number: mine.number, choice: mine.choice },
      { slot: "ballot." + round.id, round: round.id, kept: [{ text: F.say("choice_kept"), of: one.first + " · " + one.second }] });
    F.paint();
  }
  function option(one) {
    var button = F.make("button", "option");
    button.type = "button";
    button.appendChild(pair(one));
    button.appendChild(F.icon("#i-check-circle-fill", "tick"));
    if (one.people) { button.appendChild(F.make("span", "cap", F.say("choose_people", { n: one.people }))); }
    button.addEventListener("click", function () { choose(one); });
    button.setAttribute("data-id", one.id);
    return button;
  }

  // Answers: written and sent like truths; what is taken back goes into the field again, so that no word is lost.
  var when = q("when"), asked = "", listed = "", met = {}, lost = {};
  F.draft(when, "answer." + block);
  // A story may be long: letters are only counted where there are too many.
  F.counter(when, q("left-3"), function (isFit) {
    q("answer-go").disabled = !isFit;
    q("left-3").hidden = isFit || !when.value.trim();
  });
  when.addEventListener("input", F.typing);
  q("answer").addEventListener("submit", function (event) {
    event.preventDefault();
    if (q("answer-go").disabled) { return; }
    F.send("wicked_questions", "send_answer", { question: asked, text: when.value }, {
      kept: [{ text: F.say("live_question"), of: when.value }]
    });
    F.undraft(when, "answer." + block);
    when.dispatchEvent(new Event("input"));
    when.focus();
  });

  function takeBack(answer) {
    // With its words: where the room has gone on, the phone says that they stayed there.
    F.send("wicked_questions", "remove_answer", { card: answer.id, text: answer.text }, {
      inline: true, slot: "back." + answer.id, kept: [{ text: F.say("take_answer"), of: answer.text }]
    });
    F.box.here().forEach(function (entry) {
      if (entry.wish === "send_answer" && entry.id + ".1" === answer.id) { F.box.forget(entry); }
    });
    when.value = (when.value ? when.value + "\n" : "") + answer.text;
    when.dispatchEvent(new Event("input"));
    when.focus();
    F.announce(F.say("answer_taken"));
  }

  // What the room has, less what is being taken back, then what is on its way or was taken off the list.
  function answers(mine) {
    var box = F.box.here().filter(function (entry) { return entry.block === block; }), going = {}, known = {}, rows;
    box.forEach(function (entry) {
      if (entry.wish !== "remove_answer") { return; }
      if (entry.state !== "refused") { going[entry.with.card] = true; }
      // Refused here: it is gone already, or it stands on the list again. What came too late is told where the room is now.
      else if (entry.refusal !== "activity.not_live") { F.box.forget(entry); }
    });
    rows = (mine.answers || []).filter(function (answer) {
      known[answer.id] = met[answer.id] = true;
      delete lost[answer.id];
      return answer.question === asked && !going[answer.id];
    }).map(function (answer) { return { id: answer.id, text: answer.text, state: "sent" }; });
    box.forEach(function (entry) {
      var id = entry.id + ".1", isOff = false, patience = met[id] ? 1000 : 4000;
      if (entry.wish === "send_answer" && entry.with.question === asked && entry.state !== "refused" && !known[id]) {
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

  function badge(answer) {
    if (answer.state === "sent") { return F.badge("ok", "#i-check-bold", F.say("sent")); }
    if (answer.state === "off") { return F.make("span", "badge m", F.say("answer_off")); }
    return F.badge("warn", "#i-hourglass-medium-bold", F.say(F.link.isOn ? "sending" : "kept_here"));
  }

  function line(answer) {
    var made = F.make("div", "line told"), isOff = answer.state === "off", act = F.make("button", "q", F.say(isOff ? "answer_drop" : "take_answer"));
    made.appendChild(F.make("span", "words", answer.text));
    made.appendChild(badge(answer));
    if (answer.state !== "waiting") {
      act.type = "button";
      act.setAttribute("data-id", answer.id);
      act.setAttribute("aria-label", act.textContent + ": " + answer.text);
      act.addEventListener("click", function () { if (isOff) { F.box.forget(answer.entry); } else { takeBack(answer); } });
      made.appendChild(act);
    }
    return made;
  }

  function showAnswers(mine) {
    var held, rows = answers(mine), states = rows.map(function (answer) { return answer.state; }), now = JSON.stringify([rows, F.link.isOn]);
    function count(state) { return states.filter(function (each) { return each === state; }).length; }
    tell(q("unsigned"), count("waiting") && !F.link.isOn ? F.say("truths_kept", { n: count("waiting") }) :
      count("sent") ? F.say("answers_sent", { n: count("sent") }) : F.say("shared_nameless"));
    q("own").hidden = !rows.length;
    if (now !== listed) {
      listed = now;
      held = q("list").contains(document.activeElement) ? document.activeElement.getAttribute("data-id") : "";
      F.fill(q("list"), rows.map(line));
      // Whoever goes by keys or listens stays where they were.
      held = held && q("list").querySelector("[data-id='" + held + "']");
      if (held) { held.focus(); }
    }
  }

  return {
    show: function (page, mine) {
      var isLive = page.step === "live" && page.chosen.id, isChoosing = !isLive && (page.step === "choose" || page.step === "live");
      var there = mine.ballot, now, n, waiting;
      round = page.round;
      asked = page.chosen.id || "";
      q("truths").hidden = isLive || isChoosing;
      q("choose").hidden = !isChoosing;
      q("live").hidden = !isLive;
      q("ask").textContent = page.prompt || F.say("truths_question");
      if (there && there.round === round.id && there.number > own().number) {
        F.keep("v." + round.id, { choice: there.choice, number: there.number });
      }
      now = JSON.stringify([page.chosen, page.candidates, page.step]);
      if (now !== drawn) {
        drawn = now;
        F.fill(q("question"), isLive ? [pair(page.chosen)] : []);
        F.fill(q("pairs"), isChoosing ? page.candidates.map(option) : []);
      }
      [].forEach.call(root.querySelectorAll(".option"), function (button) {
        button.setAttribute("aria-pressed", String(own().choice.indexOf(button.getAttribute("data-id")) >= 0));
        button.disabled = round.state !== "open";
      });
      q("saved").textContent = F.say(round.state === "open" ? "choose_saved" : "choose_soon");
      n = (mine.truths || []).length;
      waiting = F.box.waiting().filter(function (entry) { return entry.wish === "send_truths"; }).length;
      tell(q("sum"), waiting && !F.link.isOn ? F.say("truths_kept", { n: waiting }) :
        n ? F.say("truths_sent", { n: n }) : F.say("shared_nameless"));
      ready();
      showAnswers(mine);
    }
  };
};
F.harvests.push(function () {
  var n = 0;
  F.box.here().forEach(function (entry) {
    if (entry.wish === "send_truths" && entry.state === "sent") { n += [entry.with.first, entry.with.second].filter(Boolean).length; }
  });
  return n ? F.say("sum_truths", { n: n }) : "";
});
F.harvests.push(function () {
  var n = F.box.here().filter(function (entry) { return entry.wish === "send_answer" && entry.state === "sent"; }).length;
  return n ? F.say("sum_answers", { n: n }) : "";
});
// What the room could not take stands where it was written again, beside what has been written there since.
F.on("box", function (entry) {
  var fields = entry && { send_truths: ["first", "second"], send_answer: ["text"] }[entry.wish];
  if (!fields || entry.state !== "refused" || entry.isBack || !F.kept("o." + entry.id)) { return; }
  entry.isBack = true;
  F.keep("o." + entry.id, entry);
  fields.forEach(function (name) {
    var key = "d." + (name === "text" ? "answer" : name) + "." + entry.block;
    if (entry.with[name]) { F.keep(key, [F.kept(key), entry.with[name]].filter(Boolean).join("\n")); }
  });
});
