"""The table on which ideas are sorted: the tray, the columns, and the chosen idea that keys and hands move about."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.ideation_board.console.bars import Ask, WorkBar
from facilitator.activities.ideation_board.console.chosen import Chosen
from facilitator.activities.ideation_board.console.columns import SortedBoard
from facilitator.activities.ideation_board.console.drops import Drops
from facilitator.activities.ideation_board.console.head_press import HeadPress
from facilitator.activities.ideation_board.console.idea_list import IdeaList
from facilitator.activities.ideation_board.console.idea_rows import Listing
from facilitator.activities.ideation_board.console.name_line import NameLine
from facilitator.activities.ideation_board.console.on_canvas import OnCanvas
from facilitator.activities.ideation_board.console.overwriting import Overwriting
from facilitator.activities.ideation_board.console.picked_rings import PickedRings
from facilitator.activities.ideation_board.console.picking import Pickable, PickHands, Picking
from facilitator.activities.ideation_board.console.reveals import Reveals
from facilitator.activities.ideation_board.console.tray import Tray
from facilitator.activities.ideation_board.console.twin_line import TwinLine
from facilitator.activities.ideation_board.console.twins import TwinWatch
from facilitator.activities.ideation_board.rules import (
    AddCluster,
    AskAlso,
    Board,
    FocusIdea,
    HoldIdea,
    KeepApart,
    MoveCluster,
    ParkIdea,
    PlaceIdea,
    PlaceIdeas,
    ReleaseIdea,
    RemoveCluster,
    RemoveIdea,
    RevealIdeas,
    SplitIdea,
    SpotlightCluster,
    StarIdea,
    YieldCluster,
)
from facilitator.convening.ids import BlockId, CardId, ClusterId
from facilitator.i18n import _
from facilitator.kit.qt.board import BoardCanvas
from facilitator.kit.qt.widgets import column

NOTHING = SortedBoard((), (), 0, 0, 0, 0)


class Table(QWidget):
    """Tray and columns with one chosen idea between them. All it does is a wish; all it shows is the records."""

    merge_asked = Signal(tuple)
    """These ideas are to become one: their ids, in the order in which they were picked."""

    wordings_asked = Signal(str)
    """Every wording of this merged note is to be seen."""

    way_ended = Signal()
    """There is no further idea to walk to."""

    turned = Signal()
    """Somebody wants to read the board as a list, or no more."""

    merge_waits = Signal()
    """One idea waits for the one it is to be merged with."""

    def __init__(self, ask: Ask, add: Callable[[Sequence[str]], object], reveals: Reveals) -> None:
        super().__init__()
        self._ask = ask
        self._reveals = reveals
        self._seen, self._board = NOTHING, Board(BlockId(""))
        self.tray = Tray(self.reveal)
        self.columns = BoardCanvas()
        self.columns.setAccessibleName(_("Clusters"))
        self.ideas = IdeaList()
        self.ideas.hide()
        self._list: Callable[[], Listing] = tuple
        self.bar = WorkBar(ask, add, self.name_cluster)
        self.new_name = NameLine()
        self._over = Overwriting(self.tray, self.columns, self.ideas, ask)
        self.picking, self.twins = Picking(self), TwinWatch(self)
        self._chosen = Chosen(self.tray.notes, self.columns, self.ideas, self.picking)
        self._alike = TwinLine(self.look_at_twins, self._keep_apart)
        self.canvas = OnCanvas(self.columns, self.picking, ask)
        views = (self.columns, self.canvas.view, self.ideas, self.ideas.whole)
        column(self, self.tray, self.bar, self.new_name, self._alike, *views, gap=10)
        self._connect()

    def _connect(self) -> None:
        self.tray.notes.edit_requested.connect(lambda _card: self.edit())
        self.columns.edit_requested.connect(lambda _card: self.edit())
        self.ideas.edit_requested.connect(lambda _card: self.edit())
        self.ideas.rename_requested.connect(lambda _cluster: self.rename())
        self.columns.note_dropped.connect(self._dropped)
        Drops(self.columns).dropped.connect(self._dropped)
        self.new_name.cluster_named.connect(self._add_cluster)
        self.new_name.question_asked.connect(lambda question: self._begin(AskAlso(question)))
        self.new_name.left.connect(self._chosen.take_focus)
        HeadPress(self.columns).pressed.connect(self._rename_at)
        notes, columns = self.tray.notes, self.columns
        notes.mark(self.picking.ids)
        waiting = Pickable(notes, notes.idea_at, notes.selected, self.choose, lambda: [i.id for i in notes.waiting()])
        placed = Pickable(
            columns, lambda at: columns.note_at(QPointF(at)), columns.selected, self.choose, self._placed_ids
        )
        ideas = self.ideas
        listed = Pickable(ideas, ideas.note_at, ideas.selected, self.choose, ideas.row_ids)
        for shown in (waiting, placed, listed):
            PickHands(shown, self.picking)
        PickedRings(columns, self.picking)
        self.picking.changed.connect(notes.viewport().update)
        self.picking.changed.connect(lambda: ideas.pick(self.picking.ids()))
        self.twins.found.connect(self._show_twins)

    def show_board(
        self, board: Board, seen: SortedBoard, apart: Collection[str] = (), lines: Callable[[], Listing] = tuple
    ) -> None:
        """Show the whole board; `apart` names the pairs that only look alike, `lines` reads it as a list."""
        self._board, self._seen, self._list = board, seen, lines
        texts = seen.texts()
        self.picking.keep(texts)
        self.twins.show_ideas(texts, apart)
        self.tray.show_board(seen)
        self.columns.show_columns(seen.columns)
        self.canvas.show_board(seen)
        self.bar.show_board(board, seen)
        self._show_way()

    def is_listed(self) -> bool:
        """Whether the board is shown as a list."""
        return not self.ideas.isHidden()

    def switch_list(self) -> None:
        """Show the board as a list, or as notes again; what is chosen has the focus, and others may follow."""
        self.turn()
        self._chosen.take_focus()
        self.turned.emit()

    def turn(self) -> None:
        """Show the board as a list, or as notes again; what is chosen stays so."""
        chosen = self.chosen()
        self.ideas.setVisible(self.ideas.isHidden())
        self._show_way(chosen)

    def _show_way(self, chosen: str = "") -> None:
        self.tray.setVisible(not self.is_listed())
        is_canvas = self.canvas.is_in_use()
        self.columns.setVisible(bool(self._seen.columns) and not self.is_listed() and not is_canvas)
        self.canvas.show_view(is_seen=not self.is_listed())
        if self.is_listed():
            self.ideas.show_listing(self._list())
            self.ideas.select(chosen)
            self.choose(self.ideas.selected())

    def seen(self) -> SortedBoard:
        """The board as it is shown."""
        return self._seen

    def chosen(self) -> str:
        """The id of the chosen idea, in the tray or in a column; "" for none."""
        return self._chosen.idea()

    def choose(self, card: str) -> None:
        """Choose an idea wherever it lies."""
        self._chosen.choose(card)

    def place_of_chosen(self) -> QPoint:
        """Where on the screen the chosen idea, or the line that has the focus, is seen."""
        return self._chosen.place()

    def pick(self) -> None:
        """Pick the chosen idea beside what is picked, or drop it."""
        self.picking.toggle(self.chosen())

    def seek(self, card: str) -> bool:
        """Choose an idea and go to where it lies; tell whether it is on this board."""
        self.choose(card)
        is_here = self.chosen() == card
        if is_here:
            self._chosen.take_focus()
        return is_here

    def chosen_cluster(self) -> str:
        """The cluster of the chosen idea, else the one that was used last, else the first."""
        if self.canvas.is_in_use():
            return ""
        index = self.columns.column_of(self.columns.selected()) if self.columns.selected() else -1
        ids = [each.id for each in self._seen.columns]
        if index >= 0:
            return ids[index]
        return self._chosen.cluster if self._chosen.cluster in ids else (ids[0] if ids else "")

    def place(self, index: int) -> None:
        """Put what is picked, or chosen, into the column at this position, -1 for the tray; the next one is chosen."""
        card, cluster = self.chosen(), self._seen.columns[index].id if index >= 0 else ""
        picked = self.picking.ids()
        following = self.tray.notes.after(card, picked)
        if self.canvas.is_in_use():
            self.canvas.put(picked or (card,), cluster)
        else:
            self._chosen.cluster = cluster or self._chosen.cluster
            self._ask(PlaceIdeas(picked, ClusterId(cluster)) if picked else PlaceIdea(CardId(card), ClusterId(cluster)))
        self.picking.clear()
        if following:
            self.tray.notes.select(following)

    def merge(self) -> None:
        """Ask to merge what is picked, or the chosen idea with what looks like it; else wait for another one."""
        chosen, picked = self.chosen(), self.picking.ids()
        if self.picking.waits() and chosen not in picked:
            picked = (*picked, chosen)
        if len(picked) < 2 and not self.picking.waits():
            picked = (chosen, *self.twins.twins(chosen))
        if len(picked) > 1:
            self.merge_asked.emit(picked)
            return
        self.picking.wait_with(chosen)
        self.merge_waits.emit()

    def split(self) -> None:
        """Take the chosen note apart again."""
        self._ask(SplitIdea(CardId(self.chosen())))

    def can_split(self) -> bool:
        """Whether the chosen note was merged."""
        return CardId(self.chosen()) in self._seen.wordings

    def open_wordings(self) -> None:
        """Ask to see every wording of the chosen note."""
        self.wordings_asked.emit(self.chosen())

    def look_at_twins(self) -> None:
        """Look at the first pair that looks alike."""
        self.merge_asked.emit(self.twins.pairs()[0])

    def has_twins(self) -> bool:
        """Whether any ideas look alike."""
        return bool(self.twins.pairs())

    def move_cluster(self, steps: int) -> None:
        """Move the chosen cluster by so many places, -1 to the left; at an end it stays."""
        ids = [each.id for each in self._seen.columns]
        cluster = self.chosen_cluster()
        at = ids.index(cluster)
        if 0 <= at + steps < len(ids):
            self._chosen.cluster = cluster
            self._ask(MoveCluster(ClusterId(cluster), at + steps))

    def edit(self) -> None:
        """Write over the chosen idea, where it stands."""
        card = self.chosen()
        on_canvas = self.canvas.has_placed() and not self.is_listed()
        (self.canvas.edit if on_canvas else self._over.idea)(card, self._seen.texts()[card])

    def hold_or_show(self) -> None:
        """Take the chosen idea off the stage, or put it back."""
        held, picked = self._held(), self.picking.ids() or (self.chosen(),)
        hidden = tuple(card for card in picked if card in held)
        if len(hidden) > 1:
            self._ask(RevealIdeas(hidden))
        for card in () if len(hidden) > 1 else hidden or picked:
            self._ask(ReleaseIdea(CardId(card)) if hidden else HoldIdea(CardId(card)))

    def star(self) -> None:
        """Put the chosen idea on the short list, or off it."""
        self._ask(StarIdea(CardId(self.chosen())))

    def park(self) -> None:
        """Put what is picked, or chosen, aside for later; or take it back."""
        cards = self.picking.ids() or (self.chosen(),)
        following = self.tray.notes.after(cards[-1], cards)
        for card in cards:
            self._ask(ParkIdea(CardId(card)))
        self.picking.clear()
        if following:
            self.tray.notes.select(following)

    def let_go_on(self) -> None:
        """Let the chosen cluster go on to the next activity, or not."""
        self._ask(YieldCluster(ClusterId(self.chosen_cluster())))

    def remove(self) -> None:
        """Take the chosen idea away; undo brings it back."""
        card = self.chosen()
        following = self.tray.notes.after(card)
        self._ask(RemoveIdea(CardId(card)))
        if following:
            self.tray.notes.select(following)

    def spotlight(self) -> None:
        """Let the stage show the chosen cluster alone, or all again."""
        cluster = self.chosen_cluster()
        self._ask(SpotlightCluster(ClusterId("" if self._board.spotlight == cluster else cluster)))

    def focus(self) -> None:
        """Let the stage show the chosen idea alone, or the whole board again."""
        chosen = self.chosen()
        self._ask(FocusIdea(CardId("" if self._board.focus == chosen else chosen)))

    def walk(self, steps: int, along: str) -> None:
        """Show the idea large that lies so many steps on from the one that is, else the chosen one; and choose it."""
        there = self._reveals.walk(steps, along) or self.chosen()
        if there == self._board.focus:
            self.way_ended.emit()
            return
        self.choose(there)
        self._ask(FocusIdea(CardId(there)))

    def rename(self) -> None:
        """Write over the name of the chosen cluster."""
        cluster = self.chosen_cluster()
        index = next(at for at, each in enumerate(self._seen.columns) if each.id == cluster)
        self._over.cluster(cluster, index, self._seen.columns[index].name)

    def name_cluster(self) -> None:
        """Open the field for a new cluster; what is picked or chosen becomes its first."""
        self.new_name.open_for_cluster()

    def take_apart(self) -> None:
        """Take the chosen cluster apart; its ideas wait in the tray again."""
        self._ask(RemoveCluster(ClusterId(self.chosen_cluster())))

    def reveal(self) -> None:
        """Ask to show the room everything that waits."""
        self._reveals.all()

    def reveal_shuffled(self) -> None:
        """Ask to show everything that waits in an order that does not tell who was first."""
        self._reveals.shuffled()

    def reveal_author(self) -> None:
        """Ask to show what waits of whoever wrote the chosen idea, or of whoever was first among those that wait."""
        held, chosen = self._held(), self.chosen()
        self._reveals.author(chosen if chosen in held else next(iter(held)))

    def ask_also(self) -> None:
        """Open the field for one more question that people may answer."""
        self.new_name.open_for_question()

    def _held(self) -> list[str]:
        """The ideas that the room does not see, in the order they are read."""
        placed = (note.id for each in self._seen.columns for note in each.notes if note.is_off_stage)
        return [*(idea.id for idea in self._seen.waiting if idea.is_held), *placed]

    def write(self) -> None:
        """Go to the line where ideas are typed."""
        self.bar.line.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.tray.keep_low(self.height())

    def _rename_at(self, index: int) -> None:
        self._chosen.cluster = self._seen.columns[index].id
        self.columns.select("")
        self.rename()

    def _add_cluster(self, name: str) -> None:
        self._begin(AddCluster(name, self.picking.ids() or tuple(filter(None, (self.chosen(),)))))

    def _begin(self, wish: AddCluster | AskAlso) -> None:
        self._ask(wish)
        self.picking.clear()

    def _dropped(self, card: str, index: int) -> None:
        cluster, picked = self._seen.columns[index].id, self.picking.ids()
        self._chosen.cluster = cluster
        many = PlaceIdeas(picked, ClusterId(cluster))
        self._ask(many if card in picked else PlaceIdea(CardId(card), ClusterId(cluster)))
        self.picking.clear()

    def _placed_ids(self) -> list[str]:
        return [placed.note.id for placed in self.columns.notes_in_order()]

    def _show_twins(self) -> None:
        texts = self._seen.texts()
        pairs = [pair for pair in self.twins.pairs() if all(card in texts for card in pair)]
        self._alike.show_pairs([(texts[one], texts[other]) for one, other in pairs])

    def _keep_apart(self) -> None:
        self._ask(KeepApart(self.twins.pairs()[0]))
