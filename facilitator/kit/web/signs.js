// What somebody shows without a word, on every page: done, hand, how it is for them. Below: what is this phone's own.
(function () {
  var parts = document.importNode(F.el("t-signs").content, true), astray = parts.firstElementChild, root = parts.lastElementChild;
  var q = function (id) { return root.querySelector("#" + id); };
  var tiles = [].slice.call(root.querySelectorAll(".tile")), own = {}, isOpen = false, block = "";

  // What is still on its way counts as shown: the thumb has been there.
  function shown() {
    own = { is_done: F.mine.is_done, hand: F.mine.hand, mood: F.mine.mood };
    F.box.waiting().forEach(function (entry) {
      if (entry.slot === "done" && entry.block === block) { own.is_done = entry.with.is_on; }
      if (entry.slot === "raise_hand") { own.hand = entry.with.is_on ? own.hand || -1 : 0; }
      if (entry.slot === "mood") { own.mood = entry.with.mood; }
    });
  }
  function say(wish, fields) { F.send("room", wish, fields, { slot: wish, again: true, isPassing: true }); F.paint(); }
  q("done").addEventListener("click", function () { say("done", { is_on: !own.is_done }); });
  q("hand").addEventListener("click", function () { say("raise_hand", { is_on: !own.hand }); });
  tiles.forEach(function (tile) {
    tile.addEventListener("click", function () {
      var mood = tile.getAttribute("data-mood");
      say("mood", { mood: own.mood === mood ? "" : mood });
    });
  });
  function open(isNow) { isOpen = isNow; F.paint(); }
  q("feel").addEventListener("click", function () { open(!isOpen); });
  root.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && isOpen) { open(false); q("feel").focus(); }
  });
  F.languages(q("speak"));

  function put(button, title, text, isOn) {
    button.querySelector("b").textContent = title;
    button.querySelector(".cap").textContent = text;
    if (isOn !== undefined) { button.setAttribute("aria-pressed", String(!!isOn)); }
  }
  function paint(room, isLarge) {
    var before = own.hand > 0 ? own.hand - 1 : room.hands, tile = tiles.filter(function (one) { return one.getAttribute("data-mood") === own.mood; })[0];
    var place = before > 0 ? F.say("before_you", { n: before }) : F.say(own.hand ? "you_are_next" : "nobody_before");
    q("done").hidden = !room.block || room.is_pause;
    q("done").querySelector("use").setAttribute("href", own.is_done ? "#i-check-circle-fill" : "#i-circle");
    put(q("done"), F.say("i_am_done"), isLarge ? F.say(own.is_done ? "done_back" : "done_hint") : F.say("done_of", { n: room.done, all: room.people }), own.is_done);
    put(q("hand"), F.say(!isLarge ? "hand" : own.hand ? "hand_up" : "raise_hand"), isLarge ? place : !own.hand ? "" : before > 0 ? F.say("before", { n: before }) : F.say("next"), own.hand);
    q("hand").setAttribute("aria-label", F.say(own.hand ? "hand_up" : "raise_hand") + (isLarge || own.hand ? ", " + place : ""));
    put(q("feel"), F.say("pace"), tile ? tile.lastElementChild.textContent : "");
    q("feel").setAttribute("aria-expanded", String(isOpen));
    q("feel").firstElementChild.style.display = tile ? "none" : "";
    q("feel").children[1].className = tile ? tile.querySelector(".mark").className : "";
    q("feel").children[1].style.display = tile ? "" : "none";
    tiles.forEach(function (one) { one.setAttribute("aria-pressed", String(one === tile)); });
    q("promise").textContent = F.say("mood_promise", { guide: room.guide || F.say("facilitator") });
    q("my-word").textContent = F.mine.word ? F.say("your_word", { word: F.whole(F.mine.word) }) : "";
    q("speak").disabled = !F.link.isOn;
  }

  // A page's own foot stands on the bar, not under it.
  function lift(isLarge) {
    var foot = F.el("main").querySelector(".foot"), isStuck = getComputedStyle(root).position === "sticky";
    if (foot) { foot.style.bottom = (!isLarge && isStuck ? q("done").parentNode.offsetHeight : 0) + "px"; }
  }

  // Without Wi-Fi for a while: the room may have moved. What is kept here goes along, since no browser takes it there.
  function away(room) {
    var gone = F.link.gone, ways, kept;
    astray.hidden = !room || F.link.isOn || !gone || Date.now() - gone.from < 20000;
    if (astray.hidden) { return; }
    F.el("main").parentNode.insertBefore(astray, F.el("main"));
    astray.querySelector("#astray-text").textContent = F.say("astray") + (F.mine.word ? " " + F.say("astray_word", { word: F.whole(F.mine.word) }) : "");
    ways = room.ways.filter(function (way) { return way !== location.hostname; });
    kept = { word: F.mine.word, box: F.box.here().filter(function (entry) { return entry.state === "waiting" && !entry.isPassing; }) };
    F.fill(astray.querySelector("#ways"), ways.map(function (way) {
      var link = F.make("a", "B2", F.say("other_way", { way: way }));
      link.href = "http://" + way + (location.port ? ":" + location.port : "") + "/j/" + room.code + "#" + encodeURIComponent(JSON.stringify(kept));
      return link;
    }));
  }
  F.on("link", function () { setTimeout(F.paint, 20500); });

  F.signs = function (isIn) {
    var room = isIn && F.page.public.room, slot = F.el("signs-slot"), isLarge, place;
    away(room);
    if (!room || room.shows === "thanks") { root.hidden = true; return; }
    if (block !== room.block) { block = room.block; isOpen = false; }
    shown();
    isLarge = !!slot && !!block && !room.is_pause;
    place = isLarge ? slot : document.body;
    root.hidden = false;
    if (root.parentNode !== place) { place.appendChild(root); }
    root.className = "signs" + (isLarge ? " large" : "");
    q("feel").hidden = isLarge;
    q("sheet").hidden = !isLarge && !isOpen;
    paint(room, isLarge);
    lift(isLarge);
  };
  F.paint();
})();
