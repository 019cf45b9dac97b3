F.speak = function (language) {
  document.cookie = "lang=" + language + "; path=/; max-age=1209600; SameSite=Lax";
  // A phone that keeps nothing says what it has to say before it forgets.
  setTimeout(function () { location.reload(); }, F.isKeeping ? 0 : 1000);
};
F.tellLanguage = function (language) { F.send("room", "choose_language", { language: language }, { slot: "language", again: true }); };
// The phone's own choice of language, at the door and later.
F.languages = function (field) {
  if (!field.firstChild) { field.innerHTML = F.el("t-join").content.querySelector("#lang").innerHTML; }
  field.value = document.documentElement.lang;
  field.addEventListener("change", function () {
    if (F.mine && F.mine.person) { F.tellLanguage(field.value); }
    F.speak(field.value);
  });
};

// Another address is another place to a browser: what the page there could not send comes along behind the #, which
// no network sees. It counts only for whoever has the same seat here.
try { F.brought = JSON.parse(decodeURIComponent(location.hash.slice(1))); } catch (e) { F.brought = null; }
if (location.hash) { history.replaceState(null, "", "/"); }
F.bring = function () {
  var brought = F.brought;
  if (!brought || !brought.word || brought.word !== F.mine.word) { return; }
  F.brought = null;
  brought.box.forEach(function (entry) { if (entry.id && !F.kept("o." + entry.id)) { F.keep("o." + entry.id, entry); } });
  F.box.pump();
};

// Taking a seat: a name if you like, a language, and nothing else that is not asked for.
F.join = function (root) {
  var el = function (id) { return root.querySelector("#" + id); }, name = el("name"), entry = null;
  ["name", "organisation", "country", "word"].forEach(function (id) { F.draft(el(id), "join." + id); });
  F.languages(el("lang"));
  function greet() {
    var said = name.value.trim();
    el("go").textContent = said ? F.say("join_as", { name: said }) : F.say("join_go");
    el("go").disabled = !said;
  }
  function ask(wish, fields) {
    if (entry && entry.state === "waiting") { return; }
    if (entry) { F.box.forget(entry); }
    entry = F.send("room", wish, fields, { inline: true });
  }
  function take(said) {
    ask("join", {
      name: said, organisation: el("organisation").value, country: el("country").value,
      language: el("lang").value, consents: [].slice.call(root.querySelectorAll("[type=checkbox]")).filter(function (box) {
        return box.checked;
      }).map(function (box) { return box.value; })
    });
  }
  root.querySelector("form").addEventListener("submit", function (event) {
    event.preventDefault();
    if (name.value.trim()) { take(name.value.trim()); }
  });
  el("nameless").addEventListener("click", function () { take(""); });
  function back() { ask("rejoin", { word: el("word").value }); }
  el("rejoin").addEventListener("click", back);
  // The form is for a new seat: Enter under the two words must not take one.
  el("word").addEventListener("keydown", function (event) {
    if (event.key === "Enter") { event.preventDefault(); back(); }
  });
  if (F.brought && F.brought.word) {
    el("word").value = F.brought.word;
    el("back").open = true;
  }
  name.addEventListener("input", greet);
  greet();
  F.captive(el("strip"));
  return {
    show: function (room) {
      var asked = F.box.here().filter(function (one) { return one.wish === "join" || one.wish === "rejoin"; });
      entry = asked[asked.length - 1] || null;
      el("day").textContent = [room.day_line.split(" · ")[0], room.place].filter(Boolean).join(" · ");
      el("title").textContent = room.title;
      el("promise").textContent = F.say("join_promise", { guide: room.guide || F.say("facilitator") });
      el("trouble").textContent = entry && entry.state === "refused" ? entry.text : F.wasIn ? F.say("seat_gone") : "";
      el("trouble").hidden = !el("trouble").textContent;
      el("lang").disabled = !F.link.isOn;
      el("full").hidden = !room.is_full;
      el("anew").hidden = el("enter").hidden = !!room.is_full;
      el("nameless").disabled = el("rejoin").disabled = !!entry && entry.state === "waiting";
      greet();
      if (entry && entry.state === "waiting") { el("go").disabled = true; el("go").textContent = F.say("joining"); }
    }
  };
};

// A sign-in window or a scanner's own browser forgets everything when it closes.
F.captive = function (strip) {
  var agent = navigator.userAgent, isPassing = /; wv\)/.test(agent) || /iPhone|iPad/.test(agent) && !/Safari\//.test(agent);
  if (!isPassing && F.isKeeping) { return; }
  strip.hidden = false;
  strip.textContent = isPassing ? F.say("open_in_browser", { url: location.origin }) : F.say("keep_open");
};
