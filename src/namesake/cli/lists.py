"""The commands under `namesake lists`, and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from namesake.cli.output import ExitCode, Json, code_of, complain, our_service, print_json, standard_output
from namesake.errors import InputError

__all__ = ["lists_app"]

lists_app = typer.Typer(
    name="lists",
    help="Add watch lists and see which editions are held.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


Reason = Annotated[str, typer.Option(metavar="WHY", help="Why; kept on record.", show_default=False)]
OfList = Annotated[str, typer.Argument(metavar="LIST", help="The list.", show_default=False)]
OneEdition = Annotated[
    str,
    typer.Argument(
        metavar="EDITION",
        help="Its day, YYYY-MM-DD, or its checksum's first 6 characters.",
        show_default=False,
    ),
]


@lists_app.command("add")
def lists_add(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", help="Files, or folders of files. .gz, .zip and .zst are read too."
        ),
    ],
    list_: Annotated[
        str | None, typer.Option("--list", help="Read it as this list, or name a list of your own.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="YYYY-MM-DD: date a file that carries no date itself.")
    ] = None,
    accept_loss: Annotated[
        bool, typer.Option("--accept-loss", help="Keep an edition that lost more than is usual.")
    ] = False,
    again: Annotated[
        bool,
        typer.Option("--again", help="Record that a file you hold was published another time, unchanged."),
    ] = False,
    as_json: Json = False,
) -> None:
    """Add editions of watch lists, from the publishers' own files."""
    from namesake.cli.adding import add_all, as_document, show_added

    service = our_service()
    console = None if as_json else standard_output()
    outcome = add_all(
        service,
        paths,
        as_list=list_,
        published=published,
        accept_loss=accept_loss,
        again=again,
        console=console,
    )
    if as_json:
        print_json(as_document(outcome))
    elif console is not None:
        show_added(console, outcome)
    for _, error in outcome.failed:
        complain(str(error))
    if outcome.failed:
        raise typer.Exit(ExitCode.PARTLY if outcome.added else code_of(outcome.failed[0][1]))


@lists_app.command("update")
def lists_update(
    lists: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LIST]...",
            help="Which lists; by default those held, and before any is held all whose publisher is known.",
            show_default=False,
        ),
    ] = None,
    from_: Annotated[
        list[str] | None,
        typer.Option(
            "--from",
            metavar="LIST=ADDRESS",
            help="Fetch this list from another address, a mirror for instance. May be repeated.",
        ),
    ] = None,
    accept_loss: Annotated[
        bool, typer.Option("--accept-loss", help="Keep an edition that lost more than is usual.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on fetching, with a line for each change, until stopped.")
    ] = False,
    every: Annotated[str, typer.Option(metavar="TIME", help="With --watch, how often: 15m, 1h, 1d.")] = "1h",
    as_json: Json = False,
) -> None:
    """Fetch the newest editions of watch lists from their publishers."""
    if watch:
        from namesake.cli.following import follow
        from namesake.cli.updating import addresses_of

        addresses = addresses_of(from_ or ())
        follow(
            our_service(),
            lists or (),
            addresses=addresses,
            accept_loss=accept_loss,
            every=every,
            as_json=as_json,
        )
        return
    from namesake.cli.updating import addresses_of, as_document, complaints, show_updated, update_all

    console = None if as_json else standard_output()
    update = update_all(
        our_service(),
        lists or (),
        addresses=addresses_of(from_ or ()),
        accept_loss=accept_loss,
        console=console,
    )
    if as_json:
        print_json(as_document(update))
    elif console is not None:
        show_updated(console, update)
    for complaint in complaints(update):
        complain(complaint)
    if update.failed:
        errors = [one.error for one in update.failed if one.error is not None]
        partly = len(update.failed) < len(update.lists)
        raise typer.Exit(ExitCode.PARTLY if partly else code_of(errors[0]))


@lists_app.command("show")
def lists_show(
    list_: Annotated[str | None, typer.Argument(metavar="[LIST]", help="Show this list's editions.")] = None,
    as_json: Json = False,
) -> None:
    """Show which lists are held, of which day, and what could not be read of them."""
    from namesake.cli.correcting_lists import corrections_as_json, show_corrections
    from namesake.cli.terminal import lists_document, show_edition_table, show_lists

    service = our_service()
    held = service.lists()
    if list_ is not None:
        held = [one for one in held if one.id == list_]
        if not held and not service.corrections(list_):
            raise InputError(f"list {list_!r} is not held; `namesake lists show` names those that are")
    if as_json:
        document = lists_document(held, service.problems if list_ is not None else None)
        if list_ is not None:
            document["corrections"] = corrections_as_json(service.corrections(list_))
        print_json(document)
    elif list_ is not None:
        if held:
            show_edition_table(standard_output(), held[0], service.problems)
        show_corrections(standard_output(), service.corrections(list_))
    else:
        show_lists(standard_output(), held)


@lists_app.command("diff")
def lists_diff(
    list_: OfList,
    from_: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="D",
            help="The earlier edition: its day, YYYY-MM-DD, or its checksum's first 6 characters.",
        ),
    ],
    to: Annotated[str, typer.Option(metavar="D", help="The later edition, named the same way.")],
    as_json: Json = False,
) -> None:
    """Compare two editions of a list: who was added, delisted, amended, and how."""
    from namesake.cli.differing import diff_as_json, show_diff

    compared = our_service().diff(list_, from_, to)
    if as_json:
        print_json(diff_as_json(compared))
    else:
        show_diff(standard_output(), compared)


@lists_app.command("history")
def lists_history(
    party: Annotated[
        list[str],
        typer.Argument(metavar="PARTY", help="An id, or the very name of one party.", show_default=False),
    ],
    as_of: Annotated[
        str | None, typer.Option(help="Look the name up as of this day, YYYY-MM-DD, instead of now.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Tell of one party when it came, what changed, when it went and came back."""
    from namesake.cli.telling import history_as_json, show_history, undecided

    asked = " ".join(party)
    told = our_service().history(asked, as_of=as_of)
    if as_json:
        print_json(history_as_json(told))
    else:
        show_history(standard_output(), told)
    if error := undecided(told, asked):
        raise error


@lists_app.command("export")
def lists_export(
    list_: OfList,
    form: Annotated[
        str,
        typer.Option("--format", help="ftm: FollowTheMoney; csv: safe for spreadsheets; json: all facts."),
    ] = "csv",
    as_of: Annotated[
        str | None, typer.Option(help="Who was listed on this day, YYYY-MM-DD, instead of now.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to this file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Write everybody who is on a list, or was on a day, for other programs."""
    from namesake.cli.exporting import export, export_as_json

    if as_json and output is None:
        raise InputError("--json tells what was exported, so that has to go elsewhere: name a file with -o")
    done = export(our_service(), list_, form, as_of=as_of, path=output)
    if as_json:
        print_json(export_as_json(done, as_of=as_of))
        return
    for warning in done.listed.warnings:
        complain(warning)
    if output is not None:
        standard_output().print(
            f"{output}: {done.parties:,} parties of {list_}", markup=False, soft_wrap=True
        )


@lists_app.command("redate")
def lists_redate(
    list_: OfList,
    edition: OneEdition,
    day: Annotated[str, typer.Argument(metavar="DAY", help="The right day, YYYY-MM-DD.", show_default=False)],
    reason: Reason,
    as_json: Json = False,
) -> None:
    """Correct the day an edition was published; what it was, and why, stays on record."""
    from namesake.cli.correcting_lists import corrections_as_json, rebuilt, show_corrections

    service = our_service()
    redated = service.redate(list_, edition, day, reason=reason)
    done = service.corrections(list_)[-1:]
    index = rebuilt(service)
    if as_json:
        warnings = list(redated.warnings)
        print_json({"corrections": corrections_as_json(done), "index": index, "warnings": warnings})
    else:
        show_corrections(standard_output(), done, redated.warnings)


@lists_app.command("remove")
def lists_remove(list_: OfList, edition: OneEdition, reason: Reason, as_json: Json = False) -> None:
    """Remove an edition; that it was held, and why it is not, stays on record."""
    from namesake.cli.correcting_lists import corrections_as_json, rebuilt, show_corrections

    service = our_service()
    removed = service.remove(list_, edition, reason=reason)
    done = service.corrections(list_)[-len(removed) :]
    index = rebuilt(service)
    if as_json:
        print_json({"corrections": corrections_as_json(done), "index": index})
    else:
        show_corrections(standard_output(), done)


@lists_app.command("links")
def lists_links(
    party: Annotated[
        str | None, typer.Argument(metavar="[PARTY]", help="Only this party's, by id: un-sc:QDi.006.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show which records of several lists are held to be of one party, and why."""
    from namesake.cli.linked_records import as_document, show_links

    service = our_service()
    links = service.links(party)
    refused = [one for one in service.refused() if party in (None, one.left, one.right)]
    if as_json:
        print_json(as_document(links, refused))
    else:
        show_links(standard_output(), links, refused)


@lists_app.command("unlink")
def lists_unlink(
    one: Annotated[str, typer.Argument(metavar="PARTY", help="A party, by id.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The one that it is not, by id.")],
    why: Annotated[str, typer.Option(help="What shows that they are two; kept with the refusal.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take such a refusal back.")] = False,
    as_json: Json = False,
) -> None:
    """Hold two parties apart that were taken for one; neither loses a designation by it."""
    from namesake.cli.linked_records import as_document, unlinked

    service = our_service()
    if undo:
        service.allow_link(one, other)
        told = f"{one} and {other} may be linked again."
    else:
        told = unlinked(service, one, other, why)
    if as_json:
        refused = [each for each in service.refused() if {one, other} == {each.left, each.right}]
        print_json({**as_document((), refused), "told": told})
    else:
        standard_output().print(told, highlight=False, markup=False, soft_wrap=True)
