"""The protocol as it is described for those who write other clients, and a judge who holds answers against it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from facilitator.paths import resources

PROTOCOL: Mapping[str, Any] = json.loads((resources() / "phones.openapi.json").read_text("utf-8"))

_KINDS = {"object": dict, "string": str, "boolean": bool, "array": list}


def schema(name: str) -> Mapping[str, Any]:
    """Give one of the shapes by its name."""
    found: Mapping[str, Any] = PROTOCOL["components"]["schemas"][name]
    return found


def faults(value: Any, shape: Mapping[str, Any], where: str = "") -> list[str]:
    """Say what of a value is not as described; nothing if all is."""
    if "$ref" in shape:
        return faults(value, schema(shape["$ref"].rpartition("/")[2]), where)
    kinds = shape.get("type", [])
    if kinds and not any(_is(value, kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        return [f"{where} is no {kinds}: {value!r}"]
    found: list[str] = []
    if "enum" in shape and value not in shape["enum"]:
        found.append(f"{where} is none of {shape['enum']}: {value!r}")
    if "pattern" in shape and not re.search(shape["pattern"], value):
        found.append(f"{where} does not look like {shape['pattern']}: {value!r}")
    if isinstance(value, dict):
        known = shape.get("properties", {})
        found += [f"{where}.{name} is missing" for name in shape.get("required", ()) if name not in value]
        if shape.get("additionalProperties") is False:
            found += [f"{where}.{name} is not described" for name in value.keys() - known.keys()]
        for name in value.keys() & known.keys():
            found += faults(value[name], known[name], f"{where}.{name}")
    return found


def _is(value: Any, kind: str) -> bool:
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, _KINDS[kind])
