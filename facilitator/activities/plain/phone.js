// Look up, a task with its steps, or a pause.
F.activities.plain = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, said = "";
  function until(now) { return F.clock.running && now.left > 0 ? F.hour(Date.now() + now.left) : ""; }
  // What is to be done now; the step before last is nobody's business any more.
  function tell(page) {
    var now = F.step(), step = (page.steps || [])[now.at], parts = [], time = until(now);
    var head = step ? step.head : page.prompt || page.room.heading, who = step && step.who ? F.say("who_" + step.who) : "";
    if (step && step.round) { parts.push(F.say("round_of", { n: step.round[0], all: step.round[1] })); }
    if (who || time) { parts.push(who && time ? F.say("who_until", { who: who, time: time }) : who || F.say("until", { time: time })); }
    q("until").textContent = parts.join(" · ");
    q("prompt").textContent = head;
    q("detail").textContent = step ? step.text : "";
    q("detail").hidden = !step || !step.text;
    if (said && said !== head) { F.announce(head); }
    said = head;
  }
  return {
    show: function (page, mine) {
      var room = page.room, isTask = !!room.block && !room.is_pause, isThanks = room.shows === "thanks", time, lead;
      var sums = F.harvests.map(function (of) { return of(); }).filter(Boolean);
      q("idle").hidden = isTask;
      q("task").hidden = !isTask;
      time = until(F.step());
      lead = [page.prompt !== room.heading && page.prompt, time && F.say("until", { time: time })].filter(Boolean).join(" · ");
      root.querySelector(".big").textContent = room.is_pause ? room.heading : F.say(isThanks ? "thank_you" : "look_up");
      root.querySelector(".lead").textContent = room.is_pause ? lead : F.say(isThanks ? "thank_you_text" : "look_up_text");
      root.querySelector(".round use").setAttribute("href", room.is_pause ? "#i-coffee" : isThanks ? "#i-check-circle-fill" : "#i-projector-screen");
      tell(page);
      q("sum").textContent = isTask ? F.say("are_done", { n: room.done, all: room.people }) :
        sums.length ? F.say("sent_all", { what: sums.reduce(function (some, last) {
          return F.say("and", { some: some, last: last });
        }) }) : isThanks && room.state === "closed" ? "" : F.say("your_word", { word: F.whole(mine.word) });
      root.querySelector(".foot").hidden = !q("sum").textContent;
      q("mark").firstElementChild.setAttribute("href", isTask ? "#i-users-three" : "#i-check-circle-fill");
      q("mark").setAttribute("class", isTask ? "i" : "i good");
      q("keep").textContent = isTask || isThanks ? "" : F.say("keep_page");
    }
  };
};
