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

  // Answers: written and sent like truths, each to the question that the room lives with.
  var answers = F.ownWords({ field: q("when"), left: q("left-3"), form: q("answer"), status: q("unsigned"), head: q("own"), list: q("list") }, {
    activity: "wicked_questions", send: "send_answer", back: "remove_answer", about: "question", draft: "answer." + block,
    asks: function () { return F.say("live_question"); }, sum: "answers_sent"
  });

  return {
    show: function (page, mine) {
      var isLive = page.step === "live" && page.chosen.id, isChoosing = !isLive && (page.step === "choose" || page.step === "live");
      var there = mine.ballot, now, n, waiting;
      round = page.round;
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
      answers(page.chosen.id || "", mine.answers || []);
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
F.refill("send_truths", { first: "first", second: "second" });
F.refill("send_answer", { text: "answer" });
