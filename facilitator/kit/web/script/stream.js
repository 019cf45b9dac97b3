// The stream: pages, what is mine, and pings. Never trust its readyState; reopen whenever the phone wakes.
F.link = { after: 0, epoch: F.kept("epoch") || "", alive: 0, fails: 0, isOn: false, gone: null, timer: 0, doubt: 0, wait: 1500 };

F.link.set = function (isOn) {
  var link = F.link;
  if (isOn && link.gone && !link.gone.to) { link.gone.to = Date.now(); F.keep("gone", link.gone); }
  if (!isOn && link.isOn) { link.gone = { from: Date.now() }; }
  if (link.isOn !== isOn || !link.wasShown) { link.isOn = isOn; link.wasShown = true; F.emit("link"); }
};

F.link.take = function (page) {
  var link = F.link, before = link.epoch;
  F.page = page;
  F.heard = F.now();
  F.clock = page.clock;
  link.after = page.seq;
  link.epoch = page.epoch;
  if (before !== page.epoch) {
    F.keep("epoch", page.epoch);
    if (before) { F.box.sayAgain(); }
  }
  F.emit("page");
};

F.link.open = function () {
  var link = F.link, stream;
  clearTimeout(link.timer);
  clearTimeout(link.doubt);
  if (link.stream) { link.stream.close(); }
  link.alive = Date.now();
  // The browser may take a connection that died while the phone slept: closing it makes room for a new one.
  link.doubt = setTimeout(function () { link.wait = Math.min(16000, link.wait * 1.4); link.open(); }, link.wait);
  stream = link.stream = new EventSource("/events?after=" + link.after + "&epoch=" + encodeURIComponent(link.epoch));
  function hear(name, then) {
    stream.addEventListener(name, function (event) {
      if (stream !== link.stream) { return; }
      link.alive = Date.now();
      clearTimeout(link.doubt);
      link.wait = 1500;
      link.fails = 0;
      link.set(true);
      then(JSON.parse(event.data));
    });
  }
  hear("page", link.take);
  hear("mine", function (said) { F.mine = said.mine; F.emit("mine"); });
  hear("ping", function (said) { F.heard = F.now(); F.clock = said.clock; F.box.pump(); });
  stream.onerror = function () {
    if (stream !== link.stream) { return; }
    stream.close();
    clearTimeout(link.doubt);
    link.fails += 1;
    link.lost();
  };
};

// A posting did not get through: the stream may only seem to be open.
F.link.broken = function () {
  if (F.link.stream) { F.link.stream.close(); }
  clearTimeout(F.link.doubt);
  F.link.alive = 0;
  F.link.set(false);
  F.link.lost();
};

// It reconnects by itself with the old address and hides the status, so it is closed and reopened by hand.
F.link.lost = function () {
  var link = F.link;
  setTimeout(function () { if (Date.now() - link.alive > 900) { link.set(false); } }, 1000);
  clearTimeout(link.timer);
  link.timer = setTimeout(link.fails % 3 ? link.open : link.ask, 800 + Math.random() * 2200);
};

F.link.ask = function () {
  F.ask("GET", "/state", null, function (status, said) {
    if (status === 401) { F.box.needsCode = true; F.emit("seat"); return; }
    if (status === 200) { F.link.take(said); F.link.open(); return; }
    F.link.fails += 1;
    F.link.lost();
  });
};

F.link.wake = function () {
  if (document.visibilityState !== "hidden" && !F.box.needsCode) { F.box.back = 0; F.link.open(); F.box.pump(); }
};
document.addEventListener("visibilitychange", F.link.wake);
addEventListener("pageshow", function (event) { if (event.persisted) { F.link.wake(); } });
addEventListener("online", F.link.wake);
// What the stream had still to tell would say "connected" again, of a phone that is not.
addEventListener("offline", F.link.broken);
setInterval(function () {
  if (document.visibilityState !== "hidden" && !F.box.needsCode && Date.now() - F.link.alive > 25000) { F.link.open(); }
}, 5000);

F.now = function () { return window.performance && performance.now ? performance.now() : Date.now(); };
// Steps follow one another by themselves: between two pings the phone reckons them as the laptop does.
F.step = function () {
  var clock = F.clock, passed = clock.running ? F.now() - F.heard : 0, left = clock.left_ms - passed;
  var legs = F.page.public.room.legs || [], at = clock.leg || 0, last = legs.length - 1;
  while (left <= 0 && at < last && !legs[at][1]) { at += 1; left += legs[at][0]; }
  if (left <= 0 && at === last) { left = clock.block_ms - passed; at += left > 0 ? 1 : 0; }
  return { at: at, left: left };
};
F.left = function () { return F.step().left; };
