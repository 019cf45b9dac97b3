// A scale: one point is ticked, then sent as a whole ballot with a number that rises; only the newest is sent.
F.activities.scale = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, block = F.page.public.room.block, drawn = "", heard = "", page, round, stands;
  var own = F.ownWords({ field: q("reason"), left: q("over"), form: q("holds"), status: q("unsigned"), head: q("own"), list: q("list") }, {
    activity: "scale", send: "send_reservation", back: "remove_reservation", about: "round", draft: "holds." + block,
    asks: function () { return F.say(page.is_deciding ? "holds_back" : "adds_point"); }, sum: "holds_sent"
  });
  // Whoever listens hears every change of a status, also one to the same words.
  function put(place, words) { if (place.textContent !== words) { place.textContent = words; } place.hidden = !words; }
  function ticked() { return "d.point." + round.id; }
  function called(at) { return page.points[at].label || F.say("point_" + page.kind + "_" + at); }
  function named(id) {
    return page.points.map(function (point, at) { return point.id === id ? id + " · " + called(at) : ""; }).join("");
  }

  // What the laptop has from this person, what is on its way to it, and what is ticked and not sent.
  function stand(mine) {
    var key = "v." + round.id, known = F.kept(key) || { choice: "", number: 0 }, before = known.number, out = null;
    function hear(said) { if (said.number > known.number) { known = { choice: said.choice[0] || "", number: said.number }; } }
    F.box.here().forEach(function (entry) {
      if (entry.round !== round.id) { return; }
      if (entry.state === "sent") { hear(entry.with); }
      if (entry.state === "waiting") { out = entry; }
    });
    if (mine.ballot && mine.ballot.round === round.id) { hear(mine.ballot); }
    if (known.number !== before) { F.keep(key, known); }
    var there = mine.round === round.id ? mine : { number: 0 }, number = Math.max(known.number, out ? out.with.number : 0);
    // This person answered elsewhere since, and this phone does not know how.
    var isElsewhere = there.number > number, now = isElsewhere ? "" : out ? out.with.choice[0] || "" : known.choice;
    return {
      known: known.choice, now: now, number: Math.max(number, there.number), waits: !!out, isElsewhere: isElsewhere,
      isGiven: isElsewhere ? there.is_given : !!now, isBack: !now && !isElsewhere && number > 0, tick: F.kept(ticked()) || now
    };
  }

  function give(point) {
    var kept = stands.known ? [{ counts: true, text: F.say("answer_counts"), of: named(stands.known) }] : [];
    if (point) { kept.push({ text: F.say("answer_kept"), of: named(point) }); } else { kept.push({ text: F.say("answer_back") }); }
    F.send("scale", "cast_ballot", { round: round.id, number: stands.number + 1, choice: point ? [point] : [] },
      { slot: "ballot." + round.id, kept: kept, round: round.id });
    F.drop(ticked());
    F.paint();
  }
  // The button goes with what it sent: whoever goes by keys or listens stays at the points.
  function stay(what) { (root.querySelector("input:checked") || root.querySelector("input")).focus({ preventScroll: true }); what.scrollIntoView({ block: "center" }); }
  q("send").addEventListener("click", function () { give(stands.tick); stay(q("state")); });
  q("back").addEventListener("click", function () { give(""); stay(q("points")); });

  function edge(point) { return F.make("i", "edge" + (point.shade < 0 ? "" : " a" + point.shade)); }
  function option(point, at) {
    var label = F.make("label", "point"), radio = F.make("input");
    radio.type = "radio";
    radio.name = "point";
    radio.value = point.id;
    radio.addEventListener("change", function () { F.keep(ticked(), point.id); F.paint(); });
    [radio, edge(point), F.make("b", "", point.id), F.make("span", "words", called(at)), F.icon("#i-check-circle-fill", "tick")].forEach(function (part) {
      label.appendChild(part);
    });
    return label;
  }
  function counted(point, at) {
    var n = page.result.counts[at], row = F.make("div", "point got"), words = F.make("div", "words"), bar = F.make("div", "meter");
    row.setAttribute("role", "listitem");
    words.appendChild(F.make("span", "", called(at)));
    words.appendChild(F.make("span", "cap", F.say("n_answered", { n: n })));
    bar.appendChild(edge(point)).style.width = 100 * n / Math.max.apply(null, page.result.counts.concat(1)) + "%";
    words.appendChild(bar);
    [edge(point), F.make("b", "", point.id), words].forEach(function (part) { row.appendChild(part); });
    return row;
  }

  function draw() {
    var isTold = round.state === "revealed" && page.result.is_told, now = JSON.stringify([round.id, page.points, page.result]);
    q("points").hidden = round.state !== "open" && round.state !== "closed";
    if (now === drawn) { return; }
    drawn = now;
    F.fill(q("points"), page.points.map(option));
    F.fill(q("spread"), isTold ? page.points.map(counted) : []);
  }
  function tell() {
    var notes = { none: "answer_soon", closed: "answer_closed", interrupted: "answer_lost", revealed: page.result.is_told ? "" : "spread_untold" };
    var result = page.result, first = result.first || [];
    q("asked").textContent = page.asked ? page.is_deciding ? F.say("proposal_said", { proposal: page.asked }) : page.asked : page.room.heading;
    put(q("note"), F.say(notes[round.state]));
    put(q("tally"), result.people ? F.say("n_support", { n: result.support, all: result.people }) : "");
    put(q("first"), !first.length ? "" : F.say(first[0] === first[1] ? "heard_first_at" : "heard_first", { low: first[0], high: first[1] }));
    // Who listens instead of looking hears that the answers are open, or closed, and what they come to.
    if (heard && heard !== round.id + round.state) {
      F.announce(["note", "tally", "first"].map(function (id) { return q(id).textContent; }).filter(Boolean).join(". ") || q("asked").textContent);
    }
    heard = round.id + round.state;
    put(q("secret"), round.state !== "open" ? "" : F.say(!round.is_small ? "answer_hidden" : page.is_deciding ? "few_answer" : "few_untold"));
  }

  // What became of the answer, in a box that changes only with its words.
  function state(isOpen, isNew) {
    var said = stands.waits ? F.link.isOn ? ["answer_sending"] : ["answer_waits", "answer_goes"] :
      stands.isElsewhere ? isOpen && stands.isGiven ? ["answer_elsewhere"] : [] :
      stands.now && isNew ? ["answer_still"] :
      stands.now ? isOpen ? ["answer_sent", "answer_until"] : ["answer_sent"] :
      !isOpen ? F.kept(ticked()) ? ["answer_unsent"] : [] : stands.isBack ? ["answer_none"] : [];
    var isIn = said[0] === "answer_sent", words = said.map(function (key) { return F.say(key); }).join(" "), box;
    if (q("state").textContent === words) { return; }
    box = F.make("p", "box " + (isIn ? "ok" : "warn"));
    box.appendChild(F.icon(isIn ? "#i-check-circle-fill" : stands.waits && !F.link.isOn ? "#i-tray" : "#i-hourglass-medium-bold"));
    box.appendChild(F.make("span", "", words));
    F.fill(q("state"), words ? [box] : []);
  }

  return {
    show: function (said, mine) {
      var isOpen, isAsking, isNew, n;
      page = said;
      round = said.round;
      isOpen = round.state === "open";
      isAsking = isOpen || round.state === "closed";
      stands = isAsking ? stand(mine) : {};
      tell();
      draw();
      isNew = isOpen && !!stands.tick && stands.tick !== stands.now;
      [].forEach.call(root.querySelectorAll("input"), function (radio) {
        radio.disabled = !isOpen;
        radio.checked = radio.value === (isOpen ? stands.tick : stands.now);
      });
      if (isAsking) { state(isOpen, isNew); } else { F.fill(q("state"), []); }
      q("back").hidden = !isOpen || !stands.isGiven;
      q("foot").hidden = !isOpen || (!isNew && stands.isGiven);
      q("send").disabled = !isNew;
      q("send").lastElementChild.textContent = F.say(stands.isGiven ? "answer_change" : "answer_send");
      root.querySelector("#holds label").textContent = F.say(page.is_deciding ? "holds_back" : "adds_point");
      q("hint").textContent = F.say(page.is_deciding ? "holds_hint" : "adds_hint");
      n = own(round.id, mine.reservations || []);
      q("holds").hidden = !(round.state === "revealed" || isAsking && (stands.isGiven || n || q("reason").value));
    }
  };
};
F.harvests.push(function () {
  var newest = {}, n = 0;
  F.box.here().forEach(function (entry) { if (entry.activity === "scale" && entry.wish === "cast_ballot" && entry.state === "sent") { newest[entry.round] = entry; } });
  Object.keys(newest).forEach(function (round) { n += newest[round].with.choice.length; });
  return n ? F.say("sum_scale_answers", { n: n }) : "";
});
F.harvests.push(function () {
  var n = F.box.here().filter(function (entry) { return entry.wish === "send_reservation" && entry.state === "sent"; }).length;
  return n ? F.say("sum_thoughts", { n: n }) : "";
});
F.refill("send_reservation", { text: "holds" });
// A scale has answers, not votes: what came after the close is told in these words.
F.on("box", function (entry) {
  if (entry && entry.activity === "scale" && entry.refusal === "round.not_open" && entry.text !== F.say("answer_late") && F.kept("o." + entry.id)) {
    entry.text = F.say("answer_late");
    F.keep("o." + entry.id, entry);
  }
});
