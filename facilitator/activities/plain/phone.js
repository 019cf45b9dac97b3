// Look up, or a task: done, hand and mood are shown to the room and forgotten.
F.activities.plain = function (root) {
  var q = function (id) { return root.querySelector("#" + id); }, own = {}, said = "";
  function say(wish, fields) { F.send("room", wish, fields, { slot: wish, again: true }); }
  q("done").addEventListener("click", function () { own.is_done = !own.is_done; say("done", { is_on: own.is_done }); paint(); });
  q("hand").addEventListener("click", function () { own.hand = own.hand ? 0 : -1; say("raise_hand", { is_on: !!own.hand }); paint(); });
  [].forEach.call(root.querySelectorAll(".tile"), function (tile) {
    tile.addEventListener("click", function () {
      own.mood = own.mood === tile.getAttribute("data-mood") ? "" : tile.getAttribute("data-mood");
      say("mood", { mood: own.mood });
      paint();
    });
  });
  function toggle(button, isOn, title, text) {
    button.setAttribute("aria-pressed", String(isOn));
    button.querySelector("b").textContent = title;
    button.querySelector(".cap").textContent = text;
  }
  // What is to be done now; the step before last is nobody's business any more.
  function tell(page) {
    var now = F.step(), step = (page.steps || [])[now.at], parts = [], time = F.clock.running && now.left > 0 ? F.hour(Date.now() + now.left) : "";
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
  function paint() {
    var room = F.page.public.room, before = own.hand > 0 ? own.hand - 1 : room.hands;
    toggle(q("done"), !!own.is_done, F.say("i_am_done"), F.say(own.is_done ? "take_back" : "done_hint"));
    toggle(q("hand"), !!own.hand, F.say(own.hand ? "hand_up" : "raise_hand"),
      before > 0 ? F.say("before_you", { n: before }) : F.say(own.hand ? "you_are_next" : "nobody_before"));
    [].forEach.call(root.querySelectorAll(".tile"), function (tile) {
      tile.setAttribute("aria-pressed", String(own.mood === tile.getAttribute("data-mood")));
    });
  }
  return {
    show: function (page, mine) {
      var room = page.room, isTask = !!room.block, sums = F.harvests.map(function (of) { return of(); }).filter(Boolean);
      own = { is_done: mine.is_done, hand: mine.hand, mood: mine.mood };
      q("idle").hidden = isTask;
      q("task").hidden = !isTask;
      root.querySelector(".big").textContent = F.say(room.shows === "thanks" ? "thank_you" : "look_up");
      root.querySelector(".lead").textContent = F.say(room.shows === "thanks" ? "thank_you_text" : "look_up_text");
      tell(page);
      q("promise").textContent = F.say("mood_promise", { guide: room.guide || F.say("facilitator") });
      q("sum").textContent = isTask ? F.say("are_done", { n: room.done, all: room.people }) :
        sums.length ? F.say("sent_all", { what: sums.reduce(function (some, last) {
          return F.say("and", { some: some, last: last });
        }) }) : F.say("your_word", { word: mine.word || "" });
      q("mark").firstElementChild.setAttribute("href", isTask ? "#i-users-three" : "#i-check-circle-fill");
      q("mark").setAttribute("class", isTask ? "i" : "i good");
      q("keep").textContent = isTask ? "" : F.say("keep_page");
      paint();
    }
  };
};
