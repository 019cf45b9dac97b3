"use strict";
var F = { words: JSON.parse(document.getElementById("words").textContent), activities: {}, harvests: [], ears: {} };

// An activity's part brings its words, its fragment and its icons; it stays when the Wi-Fi goes.
F.part = function (name, words, fragment, icons) {
  var template = document.createElement("template");
  template.id = "t-" + name;
  template.innerHTML = fragment;
  document.body.appendChild(template);
  document.querySelector("defs").insertAdjacentHTML("beforeend", icons);
  Object.keys(words).forEach(function (key) { F.words[key] = words[key]; });
  setTimeout(function () { F.emit("page"); }, 0);
};
F.asked = {};
F.need = function (name) {
  var script = document.createElement("script");
  if (F.asked[name] || F.activities[name] || !F.words.parts[name]) { return; }
  F.asked[name] = true;
  script.src = "/static/" + F.words.parts[name];
  script.onerror = function () { setTimeout(function () { F.asked[name] = false; F.emit("page"); }, 2000); };
  document.head.appendChild(script);
};

F.el = function (id) { return document.getElementById(id); };
F.on = function (name, ear) { (F.ears[name] = F.ears[name] || []).push(ear); };
F.emit = function (name, value) { (F.ears[name] || []).forEach(function (ear) { ear(value); }); };

F.say = function (key, values) {
  var said = F.words[key] || "";
  // Languages count in one to six forms: F.words.forms says which, for each count below 200; from there it comes round.
  if (typeof said !== "string") { said = said[F.words.forms[values.n < 200 ? values.n : 100 + values.n % 100]]; }
  return said.replace(/\{(\w+)\}/g, function (whole, name) {
    return values && values[name] !== undefined ? String(values[name]) : whole;
  });
};

// The two words of a seat stay on one line, or they are read as one.
F.whole = function (words) { return (words || "").replace(" ", "\u00a0"); };

// Everything people wrote goes in as text, never as markup.
F.make = function (tag, cls, text) {
  var made = document.createElement(tag);
  if (cls) { made.className = cls; }
  if (text !== undefined) { made.textContent = text; made.dir = "auto"; }
  return made;
};
F.icon = function (name, cls) {
  var ns = "http://www.w3.org/2000/svg";
  var svg = document.createElementNS(ns, "svg"), use = document.createElementNS(ns, "use");
  svg.setAttribute("class", "i " + (cls || ""));
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", name);
  svg.appendChild(use);
  return svg;
};
F.badge = function (kind, icon, text) {
  var badge = F.make("span", "badge " + kind);
  badge.appendChild(F.icon(icon));
  badge.appendChild(F.make("span", "", text));
  return badge;
};
F.fill = function (parent, children) {
  while (parent.firstChild) { parent.removeChild(parent.firstChild); }
  children.forEach(function (child) { parent.appendChild(child); });
};

// Storage may be blocked or full: then this tab remembers, and says so.
F.memory = {};
F.isKeeping = true;
try { localStorage.setItem("f", "1"); } catch (e) { F.isKeeping = false; }
F.keep = function (key, value) {
  var text = JSON.stringify(value);
  F.memory[key] = text;
  if (F.isKeeping) { try { localStorage.setItem(key, text); delete F.memory[key]; } catch (e) { F.isKeeping = false; } }
};
F.kept = function (key) {
  var text = F.memory[key];
  if (text === undefined) { try { text = localStorage.getItem(key); } catch (e) { text = null; } }
  try { return JSON.parse(text || "null"); } catch (e) { return null; }
};
F.drop = function (key) {
  delete F.memory[key];
  try { localStorage.removeItem(key); } catch (e) { F.isKeeping = false; }
};
F.keys = function (prefix) {
  var found = Object.keys(F.memory), i;
  try { for (i = 0; i < localStorage.length; i += 1) { found.push(localStorage.key(i)); } } catch (e) { F.isKeeping = false; }
  return found.filter(function (key, at) { return key.indexOf(prefix) === 0 && found.indexOf(key) === at; }).sort();
};

// A uuid of version 7: this page is no secure context, so crypto.randomUUID is missing.
F.newId = function () {
  var bytes = new Uint8Array(16), now = Date.now(), i;
  crypto.getRandomValues(bytes);
  for (i = 5; i >= 0; i -= 1) { bytes[i] = now % 256; now = Math.floor(now / 256); }
  bytes[6] = bytes[6] & 15 | 112;
  bytes[8] = bytes[8] & 63 | 128;
  return Array.prototype.map.call(bytes, function (byte, at) {
    return ([4, 6, 8, 10].indexOf(at) < 0 ? "" : "-") + (byte < 16 ? "0" : "") + byte.toString(16);
  }).join("");
};

// What is typed is saved at every keystroke.
F.draft = function (field, key) {
  field.value = F.kept("d." + key) || "";
  field.addEventListener("input", function () { F.keep("d." + key, field.value); });
};
F.undraft = function (field, key) { field.value = ""; F.drop("d." + key); };

F.count = function (text) { return Array.from ? Array.from(text).length : text.length; };
F.hour = function (ms) {
  var at = new Date(ms);
  return ("0" + at.getHours()).slice(-2) + ":" + ("0" + at.getMinutes()).slice(-2);
};
F.ask = function (method, path, body, then) {
  var asked = new XMLHttpRequest();
  asked.open(method, path);
  asked.timeout = 8000;
  if (body) { asked.setRequestHeader("content-type", "application/json"); }
  asked.onloadend = function () {
    var said = {};
    try { said = JSON.parse(asked.responseText) || {}; } catch (e) { said = {}; }
    then(asked.status, said);
  };
  asked.send(body ? JSON.stringify(body) : null);
};

var spoken = 0, toSay = "";
F.announce = function (text) {
  var rest = spoken + 2500 - Date.now();
  if (toSay) { toSay = text; return; }
  toSay = text;
  setTimeout(function () { F.el("news").textContent = toSay; toSay = ""; spoken = Date.now(); }, Math.max(50, rest));
};
