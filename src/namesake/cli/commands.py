"""The commands, their options and their exit codes."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import namesake
from namesake.cli.given import must_be_countries, must_be_dates
from namesake.cli.lists import lists_app
from namesake.cli.output import (
    ExitCode,
    Json,
    code_of,
    complain,
    our_service,
    print_json,
    standard_error,
    standard_output,
)
from namesake.cli.usage import complaint
from namesake.errors import InputError, NamesakeError
from namesake.model.dates import strict_day
from namesake.model.policy import OwnershipRule, Policy
from namesake.model.subject import Subject
from namesake.model.values import Kind, ListId
from namesake.service import ownership as ownership_of
from namesake.service import starter

if TYPE_CHECKING:
    from namesake.screening.screener import Screener

__all__ = ["ExitCode", "app", "main"]


app = typer.Typer(
    name="namesake",
    help="Is this somebody on a sanctions list, or only a namesake?",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with `namesake demo`. An aid, not legal advice: no hit is not a clearance.",
)
app.add_typer(lists_app)

Starter = Annotated[
    bool, typer.Option("--starter", help="Use the embedded starter list: for trying out, not for compliance.")
]
Rule = Annotated[
    OwnershipRule, typer.Option("--rule", help="Whose test of ownership: OFAC's 50 percent rule, or another.")
]


def main() -> NoReturn:
    """Run the command line and exit; every refusal is one sentence on standard error."""
    _write_what_the_terminal_can_show()
    try:
        code = app(prog_name="namesake", standalone_mode=False)
        sys.stdout.flush()
    except NamesakeError as error:
        complain(str(error))
        sys.exit(code_of(error))
    except BrokenPipeError:
        _leave_unread()
    except SystemExit as leaving:  # How Typer and Rich leave: 1 for a broken pipe, 130 for a stop.
        if leaving.code == 1:
            _leave_unread()
        raise
    except (KeyboardInterrupt, typer.Abort):
        sys.exit(ExitCode.STOPPED)
    except Exception as error:
        _handle_usage(error)
        complain(
            f"an error of ours: {type(error).__name__}: {error}. Nothing was changed that a message did not "
            "say; please report it with the command you typed (NAMESAKE_DEBUG=1 shows where it happened)"
        )
        _show_trace()
        sys.exit(ExitCode.OURS)
    sys.exit(code if isinstance(code, int) else ExitCode.DONE)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"namesake {namesake.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    pass


@app.command()
def screen(
    name: Annotated[list[str], typer.Argument(help="The name, quoted or not.", show_default=False)],
    kind: Annotated[
        str | None, typer.Option(help=f"What it is: {', '.join(Kind)}. Unknown compares with all.")
    ] = None,
    born: Annotated[
        list[str] | None, typer.Option(help="Birth date: YYYY, YYYY-MM or YYYY-MM-DD. May be repeated.")
    ] = None,
    country: Annotated[
        list[str] | None, typer.Option(help="ISO code or English name. May be repeated.")
    ] = None,
    gender: Annotated[str | None, typer.Option(help="male, female or other.")] = None,
    id: Annotated[
        list[str] | None,
        typer.Option(
            help="An identifier, with type and country if known: passport:iq:D1019262. May be repeated."
        ),
    ] = None,
    address: Annotated[
        list[str] | None,
        typer.Option(help='A postal address: "Vozara Street 80, Tehran, Iran". May be repeated.'),
    ] = None,
    list_: Annotated[
        list[str] | None, typer.Option("--list", help="Screen against this list only. May be repeated.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Answer for this day, YYYY-MM-DD, instead of now.")
    ] = None,
    limit: Annotated[int, typer.Option(help="The most hits to show.")] = 10,
    threshold: Annotated[float, typer.Option(help="The least score of a hit.")] = 0.70,
    near: Annotated[bool, typer.Option("--near", help="Show also what stayed below the threshold.")] = False,
    owners: Annotated[
        Path | None,
        typer.Option(
            "--ownership",
            metavar="FILE",
            help="Who owns whom: tell too whether it is a company that listed owners block.",
        ),
    ] = None,
    rule: Rule = OwnershipRule.OFAC,
    as_json: Json = False,
    fail_on_hit: Annotated[
        bool, typer.Option("--fail-on-hit", help="Exit with 3 when there is a hit.")
    ] = False,
    use_starter: Starter = False,
) -> None:
    """Screen one name: who on the lists could this be, and why?"""
    must_be_dates(born or ())
    must_be_countries(country or ())
    policy = Policy(threshold=threshold, lists=tuple(ListId(one) for one in list_ or ()), ownership=rule)
    subject = Subject.of(
        _one_name(name),
        kind=kind,
        born=born,
        countries=country or (),
        gender=gender,
        ids=id or (),
        addresses=address or (),
    )
    told = ownership_of(owners) if owners is not None else None
    # On the screen the answer says how many there are below the threshold; a document only when asked to.
    screening = _screener(policy, use_starter).screen(
        subject,
        as_of=as_of,
        limit=limit,
        near=near or not as_json,
        ownership=told,
    )
    if as_json:
        from namesake.screening.result import as_json as document

        print_json(document(screening, near=near))
    else:
        from namesake.cli.terminal import show_screening

        show_screening(standard_output(), screening, near=near)
    restricted = any(one.restricted for one in screening.companies)
    if fail_on_hit and (screening.hits or screening.owned or restricted):
        raise typer.Exit(ExitCode.HITS)
    if told is not None and told.lost:
        raise typer.Exit(ExitCode.PARTLY)


@app.command()
def ownership(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="Who owns whom: FollowTheMoney, BODS 0.4 statements, or a CSV of owner, owned, share.",
            show_default=False,
        ),
    ],
    company: Annotated[
        str | None, typer.Option(help="Only this one, by its id or name there, with every sum.")
    ] = None,
    rule: Rule = OwnershipRule.OFAC,
    list_: Annotated[
        list[str] | None, typer.Option("--list", help="Only parties of this list count. May be repeated.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Answer for this day, YYYY-MM-DD, instead of now.")
    ] = None,
    threshold: Annotated[float, typer.Option(help="The least score of an owner who is listed.")] = 0.70,
    as_json: Json = False,
    fail_on_hit: Annotated[
        bool,
        typer.Option(
            "--fail-on-hit",
            help="Exit with 3 when a company is blocked, could be, or its owners are listed for less.",
        ),
    ] = False,
    use_starter: Starter = False,
) -> None:
    """Reckon who is blocked because of who owns it: by which sums and chains, and what is not known."""
    from namesake.cli.owning import companies_document, company_document, show_companies, show_company
    from namesake.network.findings import Verdict

    policy = Policy(threshold=threshold, lists=tuple(ListId(one) for one in list_ or ()), ownership=rule)
    day = strict_day(as_of, what="as-of day") if as_of is not None else None
    owned = _screener(policy, use_starter).owned(ownership_of(file), day)
    if company is not None:
        id = owned.company(company)
        hit = owned.finding(id)[0].verdict is not Verdict.FREE or owned.restriction(id) is not None
        if as_json:
            print_json(company_document(owned, id))
        else:
            show_company(standard_output(), owned, id)
    else:
        found = owned.companies()
        hit = bool(found or owned.restricted)
        if as_json:
            print_json(companies_document(owned, found))
        else:
            show_companies(standard_output(), owned, found)
    if fail_on_hit and hit:
        raise typer.Exit(ExitCode.HITS)
    if owned.ownership.lost:
        raise typer.Exit(ExitCode.PARTLY)


@app.command()
def network(
    party: Annotated[
        list[str], typer.Argument(help="A party's id, or its name as the list has it.", show_default=False)
    ],
    depth: Annotated[int, typer.Option(min=1, help="How many ties to go.")] = 1,
    list_: Annotated[
        list[str] | None, typer.Option("--list", help="Only relations this list gives. May be repeated.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(help="Answer for this day, YYYY-MM-DD, instead of now.")
    ] = None,
    graphml: Annotated[
        Path | None, typer.Option("--graphml", metavar="FILE", help="Write the graph for other programs.")
    ] = None,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Write a picture.")] = None,
    as_json: Json = False,
    use_starter: Starter = False,
) -> None:
    """Show who is tied to a party, by the relations the lists give."""
    from namesake.cli.relating import show_web, web_document, write_text
    from namesake.cli.terminal import show_footing
    from namesake.network import drawing
    from namesake.network.ties import Ties
    from namesake.screening.former import absence

    policy = Policy(lists=tuple(ListId(one) for one in list_ or ()))
    day = strict_day(as_of, what="as-of day") if as_of is not None else None
    screener = _screener(policy, use_starter)
    ties = Ties(screener.parties(day))
    asked = " ".join(party)
    if screener.knows(asked) and screener.listed(asked, day) is None:
        raise InputError(absence(screener.snapshot, asked, policy.lists, day))
    web = ties.around(ties.party(asked).id, depth)
    others, stands = screener.same_as(web.centre, day), screener.standing(day)
    if graphml is not None:
        write_text(graphml, drawing.graphml(web))
    if svg is not None:
        write_text(svg, drawing.svg(web))
    if as_json:
        print_json(web_document(web, stands, screener.snapshot.id, as_of=day, others=others))
    else:
        show_web(standard_output(), web, others)
    # A file carries no warnings: whoever has one written is told them beside it.
    if graphml is not None or svg is not None:
        show_footing(standard_error(), stands)
    elif not as_json:
        show_footing(standard_output(), stands)


@app.command()
def read(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A text or HTML file; - reads standard input.", show_default=False
        ),
    ],
    list_: Annotated[
        list[str] | None, typer.Option("--list", help="Read against this list only. May be repeated.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(help="Answer for this day, YYYY-MM-DD, instead of the day the text is dated, or now."),
    ] = None,
    threshold: Annotated[float, typer.Option(help="The least score of a name that counts.")] = 0.70,
    whole: Annotated[
        bool, typer.Option("--whole", help="Show all of a long text, not only what is around mentions.")
    ] = False,
    as_json: Json = False,
    fail_on_hit: Annotated[
        bool,
        typer.Option("--fail-on-hit", help="Exit with 3 when a listed party is mentioned, or may be."),
    ] = False,
    use_starter: Starter = False,
) -> None:
    """Read a text, an article for instance: which listed parties does it mention, where, and why?"""
    from namesake.cli.reading_out import content_of, show_reading
    from namesake.text.document import document_of

    policy = Policy(threshold=threshold, lists=tuple(ListId(one) for one in list_ or ()))
    document = document_of(content_of(file), name=file)
    reading = _screener(policy, use_starter).read(document, as_of=as_of)
    if as_json:
        from namesake.screening.texts import as_json as reading_document

        print_json(reading_document(reading))
    else:
        show_reading(standard_output(), reading, name="" if file == "-" else Path(file).name, whole=whole)
    if fail_on_hit and reading.mentions:
        raise typer.Exit(ExitCode.HITS)


@app.command()
def explain(
    left: Annotated[str, typer.Argument(help="The name asked about, quoted.", show_default=False)],
    right: Annotated[str, typer.Argument(help="The listed name, quoted.", show_default=False)],
    kind: Annotated[
        str | None, typer.Option(help=f"What both are: {', '.join(Kind)}. Unknown takes the better reading.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Compare two names without any list: how alike are they, and why?"""
    from namesake.screening.explain import as_document, compare

    comparison = compare(left, right, kind=kind)
    if as_json:
        print_json(as_document(comparison))
    else:
        from namesake.cli.comparing import show_comparison

        show_comparison(standard_output(), comparison)


@app.command()
def demo(as_json: Json = False) -> None:
    """Screen a few invented customers, and read a sample article, on the embedded starter list."""
    from namesake.cli.demonstration import CUSTOMERS, show_demonstration
    from namesake.sources.starter import article

    screener = starter()
    screenings = [
        screener.screen(one.name, kind=one.kind, born=one.born, countries=one.countries, near=True)
        for one in CUSTOMERS
    ]
    reading = screener.read(article("militia.txt"))
    if as_json:
        from namesake.screening.result import as_json as document
        from namesake.screening.texts import as_json as reading_document

        answers = [document(one, near=True) for one in screenings]
        print_json({"screenings": answers, "reading": reading_document(reading)})
    else:
        show_demonstration(standard_output(), screenings, reading)


@app.command()
def quality(
    sample: Annotated[
        int, typer.Option(min=0, help="How many parties, and persons, to draw; 0 takes all and takes long.")
    ] = 200,
    seed: Annotated[int, typer.Option(help="The same seed draws the same.")] = 1,
    labelled: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Measure the labelled data of this folder's CSV files too."),
    ] = None,
    as_json: Json = False,
    use_starter: Annotated[
        bool, typer.Option("--starter", help="Measure on the embedded starter list.")
    ] = False,
) -> None:
    """Measure how well names are found, and strangers let go, on the lists held."""
    from namesake.cli.grading import show_scorecard, telling
    from namesake.quality.labelled import read_folder
    from namesake.quality.measuring import measured

    data = read_folder(labelled) if labelled is not None else None
    screener = _screener(Policy(), use_starter, compiled=True)
    console = standard_output()
    with telling(None if as_json else console) as told:
        card = measured(screener, sample=sample or None, seed=seed, labelled=data, told=told)
    if as_json:
        print_json(card.as_json())
    else:
        show_scorecard(console, card)


def _screener(policy: Policy, use_starter: bool, *, compiled: bool = False) -> Screener:
    if use_starter:
        return starter(policy, compiled=compiled)
    return our_service().screener(policy, compiled=compiled)


def _one_name(words: list[str]) -> str:
    if len(words) > 1 and any(" " in word.strip() for word in words):
        raise InputError(
            f"there seem to be {len(words)} names here: screen them one by one. "
            "A name with spaces is quoted as a whole"
        )
    return " ".join(words)


def _write_what_the_terminal_can_show() -> None:
    """Escape what standard output can't encode: names come in every script, old terminals know one."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _leave_unread() -> NoReturn:
    """Leave without a word when the reader, `head` for instance, went away; never as if there were no hit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())  # What is still to be written would break the pipe again.
    sys.exit(ExitCode.UNREAD)


def _handle_usage(error: Exception) -> None:
    """Leave with 2 when `error` is the option parser's own complaint about what was typed."""
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(str(error) + "\n")
        sys.exit(ExitCode.USAGE)
    if (told := complaint(error)) is not None:
        complain(told)
        sys.exit(ExitCode.USAGE)


def _show_trace() -> None:
    import traceback

    if os.environ.get("NAMESAKE_DEBUG"):
        traceback.print_exc()
