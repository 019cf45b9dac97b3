"""A structure tree for the finished PDF, so that a screen reader finds headings, lists, tables and links."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from facilitator.kit.pdf.marks import Mark, Within

LINK = "Link"


class _Tree:
    """The structure being built: parts opened by one mark stay open for the next that lies in them too."""

    def __init__(self, pdf: Pdf, marks: Sequence[Mark]) -> None:
        self._pdf = pdf
        self.root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = self._element("Document", self.root)
        self.root.K = Array([self._document])
        self._pages = [page.obj for page in pdf.pages]
        self.on_page: list[list[Object]] = [[] for _ in self._pages]
        self.links: list[list[Object]] = [[] for _ in self._pages]
        self._kids: list[tuple[Object, list[Object]]] = []
        self._open: list[tuple[Within, Object, list[Object]]] = []
        self._top: list[Object] = []
        for mark in marks:
            self._add(mark)
        self._document.K = Array(self._top)
        for element, kids in self._kids:
            element.K = Array(kids)

    def _add(self, mark: Mark) -> None:
        parent, kids = self._parent(mark.within)
        element = self._element(mark.role, parent)
        element.Pg = self._pages[mark.page - 1]
        element.K = mark.number
        if mark.alt:
            element.Alt = String(mark.alt)
        if mark.role == "TH":
            element.A = Dictionary(O=Name.Table, Scope=Name.Column)
        if mark.role == LINK:
            self.links[mark.page - 1].append(element)
        kids.append(element)
        self.on_page[mark.page - 1].append(element)

    def _parent(self, within: tuple[Within, ...]) -> tuple[Object, list[Object]]:
        same = 0
        while same < min(len(within), len(self._open)) and self._open[same][0] == within[same]:
            same += 1
        del self._open[same:]
        for part in within[same:]:
            above, kids = self._open[-1][1:] if self._open else (self._document, self._top)
            element = self._element(part.role, above)
            kids.append(element)
            mine: list[Object] = []
            self._kids.append((element, mine))
            self._open.append((part, element, mine))
        return self._open[-1][1:] if self._open else (self._document, self._top)

    def _element(self, role: str, parent: Object) -> Object:
        return self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent))


def write_tagged(source: BinaryIO, goal: Path, marks: Sequence[Mark], title: str, language: str) -> None:
    """Read the laid-out file, add what a screen reader needs, and write it again, smaller."""
    with pikepdf.open(source) as pdf:
        tree = _Tree(pdf, marks)
        numbers = Array()
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
            numbers.extend(Array([number, pdf.make_indirect(Array(tree.on_page[number]))]))
        key = _tie_links(pdf, tree, numbers)
        tree.root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        tree.root.ParentTreeNextKey = key
        pdf.Root.StructTreeRoot = tree.root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String(language)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _describe(pdf, title, language)
        pdf.save(goal, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def _tie_links(pdf: Pdf, tree: _Tree, numbers: Array) -> int:
    key = len(pdf.pages)
    for page, elements in zip(pdf.pages, tree.links, strict=True):
        for area, element in zip(page.obj.get("/Annots", []), elements, strict=True):
            element.K = Array([element.K, Dictionary(Type=Name.OBJR, Obj=area, Pg=page.obj)])
            area.StructParent = key
            area.Contents = element.Alt
            area.F = 4
            numbers.extend(Array([key, element]))
            key += 1
    return key


def _describe(pdf: Pdf, title: str, language: str) -> None:
    del pdf.docinfo["/Trapped"]  # it says nothing that XMP could say
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata["dc:title"] = title
        metadata["dc:language"] = {language}
