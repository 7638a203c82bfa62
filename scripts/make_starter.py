"""Makes `src/namesake/sources/starter/starter.jsonl`, the embedded starter list.

    python scripts/make_starter.py LIST_FILE...

The list shipped was made from these files of the publishers (names as in their folders):

* OFAC, Specially Designated Nationals List, SDN.XML of 2024-05-07 (US public domain);
* OFAC, Consolidated Non-SDN List, CONSOLIDATED.XML of 2026-01-08 (US public domain);
* UN Security Council Consolidated List, XML of 2026-08-01 (United Nations, attribution);
* EU consolidated list of financial sanctions, XML of 2024-05-13 (reuse under Decision 2011/833/EU).

Only facts are taken over: names, kinds, dates, places, countries, numbers, programmes, relations. What
the publishers wrote in sentences (remarks, reasons, comments) and their records stay out.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from msgspec.structs import replace

from namesake.model.coding import to_json
from namesake.model.edition import Edition
from namesake.model.party import Party
from namesake.sources.recognition import deliveries, reading_of
from namesake.sources.starter import Line

TARGET = Path(__file__).resolve().parents[1] / "src" / "namesake" / "sources" / "starter" / "starter.jsonl"

# Publishers' numbers. Chosen so that several regions, scripts, programmes and kinds are there, and the
# groups and people around Iraq's militias in full.
WANTED = {
    "us-ofac-sdn": """
        11462 28571 30242 10481 11461 10465 28283 26446 28004 28005 46348 46351 28690 47177 29722 26057 10656
        17348 27012 27015 33276 26558 26037 2686 4697 27321 10569 10725 12735 12725 13002 29072 22259 22260
        8759 18636 11695 20159 10761 16363 15009 15585 11973 11018 19929 19930 4695 18528 4707 17927 47664
        6636 12206 15484 12561 10743 2676 12690 30219 4688 7140 7331 6935 9758 9759 18619 4703 4702 4715
        8279 35096 35233 21171 31671 31672 22543 16692 34558 36407 23343 30610 17018 17013 18299 16911 34682
        24283 35283 9760 9797 32615 22790 25079 26946 26367 24424 24425 6861 11440 8237 10386 17671
        20157 11581 9523 17068 25578 12927 25396 25429 27304 27225 31517 26124 26554 27307 39796 36025
        306 36 173 4238 15042 15077 17091 17105 18341 23156 23165 23517 25285 15431 15441 21908 16418
    """,
    "us-ofac-cons": "9639 17016 17022 9681",
    "un-sc": """
        IRi.039 IRi.040 IRe.055 IRe.029 YEi.001 YEi.004 YEe.001 QDi.006 QDi.322 QDe.001 QDe.092 QDe.118
        QDi.263 QDi.135 CFi.009 CDe.001 CDe.006 SOe.001 KPi.066 KPe.025 SDi.002 LYi.001 TAi.006 IQi.001
        IQi.002
    """,
    "eu-fsf": """
        EU.1965.96 EU.2773.44 EU.3524.75 EU.11073.93 EU.3970.80 EU.7510.16 EU.7511.15 EU.6778.46 EU.7890.86
        EU.4304.61 EU.2716.30 EU.3709.22 EU.3678.2 EU.3600.81 EU.27.28
    """,
}
MOST_NAMES = 24


def main() -> None:
    """Read the files and write the starter list."""
    parser = argparse.ArgumentParser(description="Make the embedded starter list.")
    parser.add_argument("lists", type=Path, nargs="+", help="list files of the publishers")
    lines: list[bytes] = []
    for path in parser.parse_args().lists:
        for delivery in deliveries(path):
            reading = reading_of(delivery)
            wanted = {f"{reading.list}:{number}" for number in WANTED[reading.list].split()}
            parties = [one for one in reading.records if isinstance(one, Party) and one.id in wanted]
            missing = wanted - {party.id for party in parties}
            edition = Edition(
                list=reading.list,
                sha256=delivery.sha256,
                format="starter",
                published=reading.published,
                records=len(parties),
                parties=len(parties),
            )
            lines.append(to_json(Line(edition=edition)))
            lines += [to_json(Line(party=_facts(party))) for party in sorted(parties, key=lambda one: one.id)]
            print(f"{reading.list}: {len(parties)} parties" + (f", not found: {missing}" if missing else ""))
    TARGET.write_bytes(b"\n".join(lines) + b"\n")


def _facts(party: Party) -> Party:
    """The party without the publisher's sentences."""
    return replace(
        party,
        names=party.names[:MOST_NAMES],
        designations=tuple(replace(one, reason=None) for one in party.designations),
        addresses=party.addresses[:3],
        identifiers=party.identifiers[:6],
        contacts=(),
        notes=(),
        record="",
    )


if __name__ == "__main__":
    main()
