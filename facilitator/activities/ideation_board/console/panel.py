"""The facilitator's idea board: ideas come in, wait unseen, and are sorted by key as fast as by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.activities.ideation_board import ACTIVITY
from facilitator.activities.ideation_board.console.act_menu import MENU_KEY, open_act_menu
from facilitator.activities.ideation_board.console.bars import BoardOptions
from facilitator.activities.ideation_board.console.board_news import BoardNews
from facilitator.activities.ideation_board.console.columns import sorted_board
from facilitator.activities.ideation_board.console.hands import acts_of
from facilitator.activities.ideation_board.console.idea_rows import listing
from facilitator.activities.ideation_board.console.laid import laid_board
from facilitator.activities.ideation_board.console.layout_choice import LayoutChoice
from facilitator.activities.ideation_board.console.limit import LimitChoice
from facilitator.activities.ideation_board.console.merge_panel import MergePanel
from facilitator.activities.ideation_board.console.merged_acts import merged_acts
from facilitator.activities.ideation_board.console.merging import came_in, merging_of
from facilitator.activities.ideation_board.console.more import PAPER_KEY
from facilitator.activities.ideation_board.console.paper_panel import PaperPanel
from facilitator.activities.ideation_board.console.reveals import Reveals
from facilitator.activities.ideation_board.console.table import Table
from facilitator.activities.ideation_board.console.wordings_panel import WordingsPanel
from facilitator.activities.ideation_board.rules import (
    SHUFFLED,
    STEPS,
    AddIdea,
    AddIdeas,
    Apart,
    GoToStep,
    HideArriving,
    HideAuthors,
    KeepApart,
    MergeIdeas,
    Placement,
    RevealAuthor,
    RevealBoard,
    ShowArriving,
    ShowAuthors,
    SplitIdea,
    YieldIdeas,
    YieldWhole,
    lineage,
    the_board,
    walked,
)
from facilitator.convening.agenda import neighbour, the_block
from facilitator.convening.clock import StartBlock
from facilitator.convening.confidence import LEVELS, Confidence, LabelCard
from facilitator.convening.ids import BlockId, CardId
from facilitator.convening.records import Records
from facilitator.convening.words import Say
from facilitator.i18n import _, ngettext
from facilitator.kit.qt.acts import Act, key_words
from facilitator.kit.qt.announcing import Announcer, warn
from facilitator.kit.qt.asking import Asking, Twice
from facilitator.kit.qt.way_of_reading import Way, WayOfReading
from facilitator.kit.qt.widgets import (
    STRETCH,
    Button,
    Kind,
    Label,
    Side,
    Stepper,
    StepState,
    Switch,
    Tone,
    column,
    row,
)

_NARROWEST, _WIDE = 560, 720
SURE_KEY = "Y"


class Panel(QWidget):
    """Steps, choices, the tray and the columns of one board; the acts it offers, and why something was refused."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        # Long words in another language end in an ellipsis; they never widen the window.
        self.setMinimumWidth(_NARROWEST)
        self._block = block
        self._step, self._following = STEPS[0], BlockId("")
        self._records = Records({})
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._steps = Stepper()
        self._next = Button("", self._go_on, key="N", kind=Kind.PRIMARY)
        self._options = BoardOptions(self._asking)
        self._line = Label("", "small", Tone.OVER).wrapping()
        self._line.hide()
        self._author = ""
        self._reveal = Twice(lambda: self._asking(RevealBoard()), self)
        self._shuffled = Twice(lambda: self._asking(RevealBoard(SHUFFLED)), self)
        self._by_author = Twice(lambda: self._asking(RevealAuthor(CardId(self._author))), self)
        reveals = Reveals(self._reveal.press, self._shuffled.press, self._press_author, self._walk)
        self._table = Table(self._asking, self._add, reveals)
        self._merging = MergePanel(self, self._merge, lambda cards: self._asking(KeepApart(cards)))
        self._wordings = WordingsPanel(self, lambda card: self._asking(SplitIdea(CardId(card))), self._asking)
        self._paper = PaperPanel(self, say)
        self._options.more.paper_asked.connect(self._type_paper)
        self._news = BoardNews()
        self._announcer = Announcer(self, self._news.words)
        self._table.wordings_asked.connect(self._open_wordings)
        self._table.merge_asked.connect(self._ask_to_merge)
        self._table.way_ended.connect(self._end_way)
        self._table.merge_waits.connect(self._wait_to_merge)
        self._table.picking.changed.connect(self._stop_waiting)
        self._steps.step_chosen.connect(lambda at: self._asking(GoToStep(STEPS[at])))
        self._asking.refused.connect(self._say_line)
        self._asking.granted.connect(lambda: self._say_line(""))
        for twice, key in ((self._reveal, "Ctrl Enter"), (self._shuffled, "Shift Enter")):
            twice.armed.connect(partial(self._warn, key))
        self._by_author.armed.connect(self._warn_of_author)
        for twice in (self._reveal, self._shuffled, self._by_author):
            twice.relaxed.connect(lambda: self._say_line(""))
        self._layout = LayoutChoice(self._asking)
        self._options.more.layout_asked.connect(self._layout.open_menu)
        head = row(None, self._steps, STRETCH, self._layout, self._next, gap=12)
        column(self, head, self._options, self._line, self._table, gap=12)

    def show_records(self, records: Records) -> None:
        """Show the board as it stands."""
        self._records = records
        board, clustered = the_board(records, self._block), sorted_board(records, self._block)
        seen = laid_board(records, self._block, clustered)
        self._layout.show_layout(seen.layout)
        self._step, self._following = board.step, neighbour(records, 1)
        at = STEPS.index(board.step)
        titles = (_("Prompt"), _("Collect"), _("Cluster"))
        states = [StepState.DONE] * at + [StepState.ON] + [StepState.AHEAD] * (len(STEPS) - at - 1)
        self._steps.show_steps(list(zip(titles, states, strict=True)))
        self._options.show_board(board, seen)
        self._news.show(clustered)
        self._announcer.hear()
        apart = [pair.id for pair in records[Apart].values() if pair.board == self._block]
        self._table.show_board(board, seen, apart, lambda: listing(records, board, seen))
        self._paper.show_columns(clustered)
        self._wordings.follow(records)
        title = the_block(records, self._following).title if self._following else ""
        words = {"prompt": _("Start collecting"), "collect": _("Sort together")}
        self._next.show_text(words.get(board.step, _("Next: {title}").format(title=title)))
        self._next.setVisible(board.step in words or bool(self._following))

    def acts(self) -> tuple[Act, ...]:
        """What can be done here now, with its key."""
        for over in (self._merging, self._wordings, self._paper):
            if over.isVisible():
                return over.acts()
        go_on = Act("N", self._next.accessibleName(), self._go_on, lambda: not self._next.isHidden())
        back = Act("PgUp", _("Previous step"), self._go_back, lambda: self._step != STEPS[0])
        whole = Act("Alt G", _("Each cluster goes on as one, or its ideas"), self._shape_harvest)
        sure = self._sure_act()
        paper = Act(PAPER_KEY, _("Type paper cards"), self._type_paper)
        menu = Act(MENU_KEY, _("Open the menu"), self._open_menu)
        chosen = self._records[Placement].get(CardId(self._table.chosen())) if self._table.can_split() else None
        merged = merged_acts(chosen, self._asking)
        return (go_on, *acts_of(self._table), *merged, *self._layout.acts(), sure, paper, whole, back, menu)

    def seek(self, card: str) -> bool:
        """Choose an idea wherever it lies; its keys act on it at once. Tell whether it is on this board."""
        return self._table.seek(card)

    def follow_way(self, way: WayOfReading) -> None:
        """Be read as a list where this laptop reads boards so; what is switched here is kept for all its boards."""
        self._turn(way.way)
        way.changed.connect(self._turn)
        self._table.turned.connect(lambda: way.take(Way.LIST if self._table.is_listed() else Way.BOARD))

    def _turn(self, way: Way) -> None:
        if self._table.is_listed() != (way is Way.LIST):
            self._table.turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the steps come first: the layout is behind its key and in the menu."""
        super().resizeEvent(event)
        self._layout.setVisible(self.width() >= _WIDE)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open_menu()
        else:
            open_act_menu(self, self.acts(), event.globalPos())

    def _open_menu(self) -> None:
        open_act_menu(self, self.acts(), self._table.place_of_chosen())

    def _go_on(self) -> None:
        at = STEPS.index(self._step) + 1
        if at < len(STEPS):
            self._asking(GoToStep(STEPS[at]))
        elif self._following:
            self._asking(StartBlock(self._following))

    def _go_back(self) -> None:
        self._asking(GoToStep(STEPS[STEPS.index(self._step) - 1]))

    def _ask_to_merge(self, cards: tuple[str, ...]) -> None:
        merging = merging_of(self._records, self._block, cards)
        self._say_line("")
        if len(merging.wordings) > 1:
            self._merging.open(merging)

    def _open_wordings(self, card: str) -> None:
        cards = lineage(self._records, CardId(card))
        self._wordings.open(cards, came_in(self._records, self._block, cards))
        self._wordings.follow(self._records)

    def _merge(self, wish: MergeIdeas) -> None:
        self._table.picking.clear()
        self._asking(wish)

    def _sure_act(self) -> Act:
        return Act(SURE_KEY, _("Say how sure we are: hunch, noticed, tested, agreed"), self._label, self._has_idea)

    def _has_idea(self) -> bool:
        return bool(self._table.chosen())

    def _label(self) -> None:
        """Go one step surer with what is picked or chosen; after the surest, its voices say it again."""
        cards = self._table.picking.ids() or (self._table.chosen(),)
        said = self._records[Confidence].get(cards[0], Confidence(CardId(cards[0]))).level
        steps = ("", *LEVELS)
        following = steps[(steps.index(said) + 1) % len(steps)]
        for card in cards:
            self._asking(LabelCard(CardId(card), following))

    def _shape_harvest(self) -> None:
        is_whole = the_board(self._records, self._block).yields_whole
        self._asking(YieldIdeas() if is_whole else YieldWhole())

    def _type_paper(self) -> None:
        self._paper.open(self._table.seen())

    def _wait_to_merge(self) -> None:
        words = _("Choose the note that says the same and press {key}. {leave} leaves it.")
        self._say_line(words.format(key=key_words("M"), leave=key_words("Esc")), Tone.SOFT)

    def _stop_waiting(self) -> None:
        if not self._table.picking.waits():
            self._say_line("")

    def _add(self, texts: Sequence[str]) -> None:
        wish = AddIdea(texts[0]) if len(texts) == 1 else AddIdeas(tuple(texts), "keyboard")
        self._asking(wish, refused=lambda: self._table.bar.line.give_back(texts))

    def _walk(self, steps: int, along: str) -> str:
        return walked(self._records, self._block, steps, along)

    def _end_way(self) -> None:
        self._say_line(_("There is no further idea on this way."), Tone.SOFT)

    def _press_author(self, card: str) -> None:
        self._author = card
        self._by_author.press()

    def _warn_of_author(self) -> None:
        words = _("What this person wrote goes on the stage, without a name. Press {key} once more.")
        self._say_line(words.format(key=key_words("Alt Enter")), Tone.WARN)

    def _warn(self, key: str) -> None:
        held = self._table.seen().held
        words = ngettext(
            "{count} idea goes on the stage, and that cannot be undone. Press {key} once more.",
            "{count} ideas go on the stage, and that cannot be undone. Press {key} once more.",
            held,
        )
        self._say_line(words.format(count=held, key=key_words(key)), Tone.WARN)

    def _say_line(self, words: str, tone: Tone = Tone.OVER) -> None:
        self._line.set_tone(tone)
        self._line.setText(words)
        self._line.setVisible(bool(words))
        warn(self, words)


class Inspector(QWidget):
    """What can be settled about a board before the day."""

    def __init__(self, say: Say, block: BlockId) -> None:
        super().__init__()
        self._block = block
        self._asking = Asking(say, ACTIVITY.refusals, self)
        self._arriving = Switch(_("Room can see ideas arrive"), Side.END)
        self._arriving.toggled.connect(lambda is_on: self._asking(ShowArriving() if is_on else HideArriving()))
        self._line = Label("", "small", Tone.OVER).wrapping().vanishing()
        self._asking.refused.connect(self._line.setText)
        self._asking.granted.connect(lambda: self._line.setText(""))
        _explain(self._arriving, _("Else ideas wait on this laptop until you show them."))
        self._limit = LimitChoice(self._asking)
        self._whole = Switch(_("Each cluster goes on as one"), Side.END)
        self._whole.toggled.connect(lambda is_on: self._asking(YieldWhole() if is_on else YieldIdeas()))
        each = Label(_("Ideas from each person"), "small")
        self._names = Switch(_("Names on stage"), Side.END)
        self._names.toggled.connect(lambda is_on: self._asking(ShowAuthors() if is_on else HideAuthors()))
        own = _("Only of people who say so when they send an idea. Their phones tell them before.")
        _explain(self._names, own)
        limit = row(None, each, self._limit)
        limit.setStretch(1, 1)
        column(self, self._arriving, self._names, self._whole, limit, self._line, gap=6)

    def show_records(self, records: Records) -> None:
        """Show what was settled."""
        board = the_board(records, self._block)
        self._arriving.show_state(board.shows_arriving)
        self._names.show_state(board.shows_authors)
        self._whole.show_state(board.yields_whole)
        self._limit.show_limit(board.limit)

    def acts(self) -> tuple[Act, ...]:
        """Nothing here has a key of its own."""
        return ()


def _explain(switch: Switch, words: str) -> None:
    """Say more of a switch to who waits over it or hears it: the room below belongs to the picture of the stage."""
    switch.setToolTip(words)
    switch.setAccessibleDescription(words)
