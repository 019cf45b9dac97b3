// Dots: every tap is the whole ballot anew, with a number that rises; only the newest is sent.
F.activities.dot_vote = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, drawn = "", steppers = {}, round, page;
  function key() { return "v." + round.id; }
  function own() { return F.kept(key()) || { choice: {}, number: 0, counts: {} }; }
  function sum(choice) { return Object.keys(choice).reduce(function (n, id) { return n + choice[id]; }, 0); }
  // Dots on ideas that became one: those beyond the most on one idea are the voter's again.
  function stood(choice) {
    var now = {}, stands = {};
    page.options.forEach(function (option) { option.was.forEach(function (id) { stands[id] = option.id; }); });
    Object.keys(choice).forEach(function (id) {
      var to = stands[id] || id;
      now[to] = Math.min(round.cap, (now[to] || 0) + choice[id]);
    });
    return now;
  }
  function list(choice) {
    return Object.keys(choice).reduce(function (all, id) {
      for (var i = 0; i < choice[id]; i += 1) { all.push(id); }
      return all;
    }, []);
  }

  // Each ballot has an order of its own, the same whenever this person looks.
  function shuffled(options) {
    function weight(text) {
      var h = 2166136261, i;
      for (i = 0; i < text.length; i += 1) { h = Math.imul(h ^ text.charCodeAt(i), 16777619); }
      return (h ^ h >>> 15) >>> 0;
    }
    return options.slice().sort(function (a, b) {
      return weight(F.mine.person + round.id + a.id) - weight(F.mine.person + round.id + b.id);
    });
  }

  function kept(before, now) {
    var parts = [], n = sum(before), more = 0, names = [];
    page.options.forEach(function (option) {
      var extra = (now[option.id] || 0) - (before[option.id] || 0);
      if (extra > 0) { more += extra; names.push(option.text); }
    });
    if (n) { parts.push({ counts: true, text: F.say("dots_count", { n: n }) }); }
    if (more) { parts.push({ text: F.say("dots_kept", { n: more }), of: names.join(" · ") }); }
    return parts;
  }

  function give(id, by) {
    var mine = own(), n, choice = {};
    mine.choice = stood(mine.choice);
    n = (mine.choice[id] || 0) + by;
    if (round.state !== "open" || n < 0 || n > round.cap || by > 0 && sum(mine.choice) >= round.quota) { return; }
    Object.keys(mine.choice).forEach(function (one) { choice[one] = mine.choice[one]; });
    if (n) { choice[id] = n; } else { delete choice[id]; }
    mine.choice = choice;
    mine.number = Math.max(mine.number, F.mine.round === round.id && F.mine.number || 0) + 1;
    F.keep(key(), mine);
    mine.sent = F.send("dot_vote", "cast_ballot", { round: round.id, number: mine.number, choice: list(choice) },
      { slot: "ballot." + round.id, kept: kept(mine.counts || {}, choice), round: round.id, choice: choice }).id;
    F.paint();
  }

  function stepper(option) {
    var row = F.make("div", "vote"), words = F.make("span", "words"), count = F.make("b", "n", "0");
    function step(icon, by, said) {
      var made = F.make("button", "ib step");
      made.type = "button";
      made.setAttribute("aria-label", F.say(said, { idea: option.text }));
      made.appendChild(F.icon(icon));
      made.addEventListener("click", function () { give(option.id, by); });
      return made;
    }
    var less = step("#i-minus-bold", -1, "take_dot"), more = step("#i-plus-bold", 1, "give_dot");
    words.appendChild(F.make("span", "tag", String(option.no)));
    var said = words.appendChild(F.make("span", "", option.text));
    if (option.holds) { said.appendChild(F.make("span", "cap", F.say("holds_ideas", { n: option.holds }))); }
    [words, less, count, more].forEach(function (part) { row.appendChild(part); });
    steppers[option.id] = function (n, isFull) {
      row.className = "vote" + (n ? " on" : "");
      count.textContent = String(n);
      less.setAttribute("aria-disabled", String(!n || round.state !== "open"));
      more.setAttribute("aria-disabled", String(isFull || n >= round.cap || round.state !== "open"));
    };
    return row;
  }

  function result(standing, most) {
    var row = F.make("div", "vote res"), words = F.make("span", "words"), text = F.make("span", ""), meter = F.make("div", "meter");
    words.appendChild(F.make("span", "tag", String(standing.rank)));
    text.appendChild(F.make("span", "", standing.text));
    if (standing.holds) { text.appendChild(F.make("span", "cap", F.say("holds_ideas", { n: standing.holds }))); }
    text.appendChild(F.make("span", "cap", F.say("n_dots", { n: standing.dots }) +
      (standing.dots ? " · " + F.say("by_voters", { n: standing.voters }) : "")));
    meter.appendChild(F.make("i", ""));
    meter.firstChild.style.width = (most ? 100 * standing.dots / most : 0) + "%";
    text.appendChild(meter);
    words.appendChild(text);
    row.appendChild(words);
    return row;
  }

  function adopt() {
    var mine = own(), there = F.mine.ballot, entry = mine.number && F.box.all().filter(function (one) {
      return one.round === round.id && one.state === "sent";
    }).pop();
    if (there && there.round === round.id && there.number > mine.number) {
      mine = { number: there.number, choice: {}, counts: {} };
      there.choice.forEach(function (id) { mine.choice[id] = mine.counts[id] = (mine.choice[id] || 0) + 1; });
      F.keep(key(), mine);
    }
    if (round.state !== "open" && mine.counts && !F.box.all().some(function (one) { return one.round === round.id && one.state !== "sent"; })) {
      mine.choice = entry ? entry.choice : mine.counts; // the room has this; what came too late was left as it is
    }
    if (entry && JSON.stringify(entry.choice) !== JSON.stringify(mine.counts)) { mine.counts = entry.choice; F.keep(key(), mine); }
    return mine;
  }

  return {
    show: function (said, mine) {
      var notes = { none: "vote_soon", closed: "vote_closed", interrupted: "vote_lost" }, isOpen, ballot, choice, n, back, waits, i, dots = [];
      page = said;
      round = said.round;
      isOpen = round.state === "open";
      q("prompt").textContent = said.prompt || said.room.heading || F.say("vote_question");
      q("rules").textContent = round.id ? F.say("at_most", { dots: F.say("n_dots", { n: round.quota }), cap: round.cap }) : "";
      q("note").hidden = !notes[round.state];
      q("note").textContent = F.say(notes[round.state] || "vote_soon");
      q("secret").textContent = isOpen ? F.say(round.is_small ? "few_voters" : "vote_secret") : "";
      var now = JSON.stringify([round.id, round.state === "revealed", said.options, said.result]);
      if (now !== drawn) {
        drawn = now;
        steppers = {};
        F.fill(q("rows"), round.state === "revealed" ? said.result.map(function (standing) {
          return result(standing, said.result[0].dots);
        }) : shuffled(said.options).map(stepper));
      }
      q("foot").hidden = !round.id || round.state === "revealed" || round.state === "interrupted";
      if (q("foot").hidden) { return; }
      ballot = adopt();
      choice = stood(ballot.choice);
      n = sum(choice);
      back = sum(ballot.choice) - n;
      Object.keys(steppers).forEach(function (id) { steppers[id](choice[id] || 0, n >= round.quota); });
      for (i = 0; i < (round.quota > 8 ? 0 : round.quota); i += 1) { dots.push(F.make("i", "dot" + (i < round.quota - n ? " on" : ""))); }
      F.fill(q("dots"), dots);
      q("count").textContent = n < round.quota ? F.say("dots_left", { n: round.quota - n }) : F.say("no_dots_left");
      waits = F.box.waiting().some(function (entry) { return entry.round === round.id; });
      q("saved").textContent = waits ? F.say(F.link.isOn ? "vote_saving" : "vote_kept") :
        back && isOpen ? F.say("dots_back", { n: back }) :
        mine.round === round.id && mine.dots && (!n || mine.number > ballot.number) ? F.say("given_elsewhere", { n: mine.dots }) : F.say("saved_as_you_tap");
      q("foot").hidden = !isOpen && !waits;
    }
  };
};
F.harvests.push(function () {
  var newest = {}, n = 0;
  F.box.here().forEach(function (entry) { if (entry.activity === "dot_vote" && entry.wish === "cast_ballot" && entry.state === "sent") { newest[entry.round] = entry; } });
  Object.keys(newest).forEach(function (round) { n += newest[round].with.choice.length; });
  return n ? F.say("sum_dots", { n: n }) : "";
});
