// The outbox: what this phone wishes, kept until the laptop has it. One in flight, the same id on every retry.
F.box = { back: 0, isSending: false, timer: 0, needsCode: false };

F.box.all = function () {
  return F.keys("o.").map(F.kept).filter(Boolean).sort(function (a, b) { return a.id < b.id ? -1 : 1; });
};
F.box.save = function (entry) { F.keep("o." + entry.id, entry); F.emit("box", entry); };
F.box.forget = function (entry) { F.drop("o." + entry.id); F.emit("box", entry); };

// how: inline = the activity shows a refusal itself; slot = only the newest of its kind goes; kept = what the room reads;
// isPassing = shown, not kept: worth nothing once it was heard, or ten minutes later
F.send = function (activity, wish, fields, how) {
  var page = F.page || { public: { room: {} } }, room = page.public.room, entry = {
    id: F.newId(), activity: activity, block: room.block || "", wish: wish, with: fields, convening: room.convening,
    at: Date.now(), state: "waiting"
  };
  Object.keys(how || {}).forEach(function (name) { entry[name] = how[name]; });
  if (entry.slot) {
    F.box.all().forEach(function (old) {
      if (old.slot === entry.slot && old.state === "waiting" && old.id !== F.box.flying) { F.drop("o." + old.id); }
    });
  }
  F.box.save(entry);
  F.box.pump();
  return entry;
};

F.box.waiting = function () {
  return F.box.all().filter(function (entry) { return entry.state === "waiting"; });
};
F.box.here = function () {
  var room = F.page ? F.page.public.room : {};
  return F.box.all().filter(function (entry) { return entry.convening === room.convening; });
};

F.box.pump = function () {
  var box = F.box, entry = box.waiting()[0];
  if (entry && entry.isPassing && Date.now() - entry.at > 600000) { box.forget(entry); box.pump(); return; }
  if (box.isSending || !entry || box.needsCode) { return; }
  clearTimeout(box.timer);
  box.isSending = true;
  box.flying = entry.id;
  F.ask("POST", "/say", { id: entry.id, activity: entry.activity, block: entry.block, wish: entry.wish, with: entry.with },
    function (status, said) {
      box.isSending = false;
      box.flying = "";
      if (F.kept("o." + entry.id)) { F.box.answer(entry, status, said); }
      if (box.waiting().length) { box.timer = setTimeout(box.pump, box.back * (0.5 + Math.random() / 2)); }
    });
};

F.box.answer = function (entry, status, said) {
  var box = F.box, later = [0, 401, 408, 429, 421].indexOf(status) >= 0 || status >= 500;
  if (status === 401) { box.needsCode = said.refusal === "device.unknown"; F.emit("seat"); }
  if (status === 0) { F.link.broken(); }
  if (later) {
    box.back = Math.min(Math.max(box.back * 2, status === 429 ? 1200 : 500), 8000);
    entry.tries = (entry.tries || 0) + 1;
    F.box.save(entry);
    return;
  }
  box.back = 0;
  if (status === 200 && entry.isPassing) {
    box.forget(entry);
    return;
  }
  if (status === 200) {
    entry.state = "sent";
    entry.seq = said.seq;
    entry.sentAt = Date.now();
    if (entry.slot) {
      box.all().forEach(function (old) {
        if (old.slot === entry.slot && old.state !== "waiting" && old.id < entry.id) { F.drop("o." + old.id); }
      });
    }
  } else if (entry.again) {
    F.box.forget(entry);
    return;
  } else {
    entry.state = "refused";
    entry.refusal = said.refusal || String(status);
    entry.text = said.text || F.say("refused");
    F.announce(entry.text);
  }
  F.box.save(entry);
  F.box.tidy();
};

// Keep what was acknowledged: if the laptop's file is an older copy one day, it is sent again with the same ids.
F.box.tidy = function () {
  var sent = F.box.all().filter(function (entry) { return entry.state === "sent"; });
  sent.slice(0, Math.max(0, sent.length - 300)).forEach(function (entry) { F.drop("o." + entry.id); });
};
F.box.sayAgain = function () {
  F.box.here().forEach(function (entry) {
    if (entry.state === "sent") { entry.state = "waiting"; entry.again = true; F.keep("o." + entry.id, entry); }
  });
  F.box.pump();
};

addEventListener("storage", function (event) {
  if (!event.key || event.key.indexOf("o.") === 0) { F.emit("box"); F.box.pump(); }
});
