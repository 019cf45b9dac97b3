// What somebody shows without a word, on every page: done, hand, how it is for them. Below: what is this phone's own, and
// what nobody needs at the door: what the room could not take, and the language of a seat.
(function () {
  var parts = document.importNode(F.el("t-signs").content, true), astray = parts.firstElementChild, root = parts.lastElementChild;
  document.body.appendChild(parts.querySelector("#t-refused"));
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

  // Whoever takes a seat again reads as before, unless a language was chosen on this phone.
  function settle() {
    var here = document.documentElement.lang, before = F.mine.language, back = F.box.here().filter(function (one) {
      return one.wish === "rejoin" && one.state === "sent" && !one.isSettled;
    })[0];
    if (!back) { return; }
    back.isSettled = true;
    F.keep("o." + back.id, back);
    if (before === here || !q("speak").querySelector("option[value='" + before + "']")) { return; }
    if (/\blang=/.test(document.cookie)) { F.tellLanguage(here); } else { F.speak(before); }
  }

  F.signs = function (isIn) {
    var room = isIn && F.page.public.room, slot = F.el("signs-slot"), isLarge, place;
    away(room);
    if (room) { settle(); }
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
  F.refused = function (root) {
    var entry, el = function (id) { return root.querySelector("#" + id); };
    el("tell").addEventListener("click", function () {
      F.send("room", "raise_hand", { is_on: true }, { again: true });
      F.box.forget(entry);
    });
    el("leave").addEventListener("click", function () { F.box.forget(entry); });
    setTimeout(function () { el("no").focus(); }, 0);
    return {
      show: function (refused) {
        var gone = F.kept("gone"), guide = F.page.public.room.guide || F.say("facilitator"), rows = [], row, text;
        entry = refused;
        el("no").textContent = refused.text;
        var round = F.page.public.round || {}, closed = round.closed ? F.say("closed_at", { time: F.hour(round.closed) }) + " " : "";
        el("why").textContent = closed + (gone && gone.to > refused.at && gone.from - 60000 < refused.at ?
          F.say(F.hour(gone.from) === F.hour(gone.to) ? "was_out" : "was_away", { from: F.hour(gone.from), to: F.hour(gone.to) }) : "");
        (refused.kept || [{ text: "", of: refused.with.text }]).forEach(function (part) {
          row = F.make("div", "line");
          text = F.make("span", "words", part.text);
          row.appendChild(F.icon(part.counts ? "#i-check-circle-fill" : "#i-tray", part.counts ? "good" : "held"));
          row.appendChild(text);
          if (part.of) { text.appendChild(F.make("b", "", part.of)); }
          rows.push(row);
        });
        F.fill(el("kept"), rows);
        el("next").hidden = refused.refusal === "person.muted";
        el("next").textContent = F.say("hear_aloud", { guide: guide });
        el("tell").lastElementChild.textContent = F.say("tell", { guide: guide });
      }
    };
  };
  F.paint();
})();
