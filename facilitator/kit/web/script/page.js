// The page: its head, the activity that is live, and what the room could not accept.
F.shown = { what: "", view: null };

F.mount = function (what, template, build) {
  if (F.shown.what === what) { return F.shown.view; }
  F.fill(F.el("main"), [document.importNode(F.el("t-" + template).content, true)]);
  F.shown = { what: what, view: null };
  F.shown.view = build(F.el("main")) || {};
  scrollTo(0, 0);
  return F.shown.view;
};

F.paint = function () {
  F.paintLink();
  var isIn = F.paintMain();
  if (isIn) { F.need("signs"); }
  if (F.signs) { F.signs(isIn); }
};

// Tells whether an activity is shown now: then people may show how they are.
F.paintMain = function () {
  var page = F.page, room, view, refused, before = F.shown.what;
  if (F.box.needsCode) { F.mount("lost", "lost", F.lost); F.el("where").textContent = F.say("welcome"); return; }
  if (!page || !F.mine) { return; }
  room = page.public.room;
  if (!F.mine.person) {
    F.el("where").textContent = F.say("welcome");
    document.title = room.title;
    F.mount("join", "join", F.join).show(room);
    return;
  }
  F.wasIn = true;
  F.bring();
  // What a page shows itself is shown here only once the room has left that page, and nobody has read it there.
  refused = F.box.here().filter(function (entry) {
    return entry.state === "refused" && (!entry.inline || entry.with.text && entry.block !== room.block && !entry.isRead);
  })[0];
  F.fetchParts();
  if (!F.activities[page.activity]) { F.need(page.activity); return; }
  document.title = F.el("where").textContent = F.title() || room.title;
  if (refused && !F.refused) { F.need("signs"); return; }
  if (refused) { F.mount("refused " + refused.id, "refused", F.refused).show(refused); return; }
  view = F.mount(page.activity + " " + room.block, page.activity, F.activities[page.activity]);
  if (view.show) { view.show(page.public, F.mine); }
  if (before && before !== F.shown.what) { F.announce(F.heads()); }
  return true;
};

// An activity of several kinds says by which name it is called now.
F.title = function () { return F.say("title_" + (F.page.public.called || F.page.activity)); };

// Who listens instead of looking hears that the room went on, and to what.
F.heads = function () {
  return [F.title()].concat([].slice.call(F.el("main").querySelectorAll("h2")).map(function (head) {
    return head.offsetParent ? head.textContent : "";
  })).filter(Boolean).join(". ");
};

// The other activities' parts come in a quiet moment, so that no later page waits for the Wi-Fi.
F.fetchParts = function () {
  if (F.isFetching) { return; }
  F.isFetching = true;
  Object.keys(F.words.parts).forEach(function (name, at) {
    setTimeout(function () { F.need(name); }, 2000 + 1500 * at + 3000 * Math.random());
  });
};

F.paintLink = function () {
  var link = F.el("link"), isOn = F.link.isOn, said = F.say(isOn ? "connected" : F.page ? "waiting_wifi" : "connecting");
  link.className = "link" + (isOn ? " on" : "");
  link.querySelector("use").setAttribute("href", isOn ? "#i-wifi-high-bold" : "#i-wifi-slash-bold");
  if (link.lastElementChild.textContent !== said) { link.lastElementChild.textContent = said; }
};

F.paintClock = function () {
  var clock = F.el("clock"), left, seconds, said = "", at = F.page && F.clock ? F.step().at : 0;
  if (F.at !== at) { F.at = at; F.paint(); }
  if (F.page && F.mine && F.mine.person && !F.box.needsCode && F.page.public.room.block && F.clock && F.clock.sent_ms && (F.clock.running || F.clock.left_ms)) {
    // Rounded as the stage rounds, so that both say the same second.
    left = F.left();
    seconds = left > 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
    said = (left <= -1000 ? "+" : "") + Math.floor(seconds / 60) + ":" + ("0" + seconds % 60).slice(-2);
  }
  if (clock.textContent !== said) { clock.textContent = said; }
};

F.lost = function (root) {
  var n = F.box.waiting().length;
  root.querySelector("#waiting").textContent = n ? F.say("kept_here_n", { n: n }) : "";
};

["page", "mine", "box", "link", "seat"].forEach(function (name) {
  var due = 0;
  F.on(name, function () {
    if (!due) { due = setTimeout(function () { due = 0; F.paint(); F.paintClock(); }, 0); }
  });
});
setInterval(F.paintClock, 500);
F.on("link", function () {
  var n = F.box.waiting().length;
  F.announce(F.link.isOn ? F.say("connected") : F.say("waiting_wifi") + (n ? ". " + F.say("kept_here_n", { n: n }) : ""));
});

// A gentle counter: short reads better from the back of the room, but 600 letters fit.
F.counter = function (field, out, tell) {
  var long = 0;
  function look() {
    var n = F.count(field.value), over = n - 600;
    if (n < long) { field.style.height = ""; }
    long = n;
    if (field.scrollHeight > field.clientHeight) { field.style.height = field.scrollHeight + field.offsetHeight - field.clientHeight + "px"; }
    out.textContent = over > 0 ? F.say("n_over", { n: over }) : n > 60 ? F.say("n_long", { n: n }) : F.say("n_left", { n: 60 - n });
    tell(field.value.trim() !== "" && over <= 0);
  }
  field.addEventListener("input", look);
  look();
  // A moment later it is shown, and as high as its draft.
  setTimeout(look, 0);
};

var typed = 0;
F.typing = function () {
  if (Date.now() - typed < 10000 || !F.link.isOn) { return; }
  typed = Date.now();
  F.ask("POST", "/say", { id: F.newId(), activity: "room", wish: "typing", with: {} }, function () { return; });
};
