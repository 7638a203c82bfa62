"""The tables of the store; portable between SQLite and PostgreSQL.

What is written is never changed or removed, with two exceptions: an edition whose date nobody knew may be
given it later, and somebody may correct by hand what is wrong, which `corrections` keeps. So but for these a
list of editions read once stays a consistent view of everything they hold.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = [
    "METADATA",
    "contents",
    "corrections",
    "editions",
    "files",
    "problems",
    "publications",
    "versions",
]

METADATA = MetaData()

editions = Table(
    "editions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("list", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("published", Date),
    Column("moment", Text),
    Column("received", Text, nullable=False),
    Column("records", Integer, nullable=False),
    Column("parties", Integer, nullable=False),
    Column("problems", Integer, nullable=False),
    Column("lacks", Text, nullable=False),
    UniqueConstraint("list", "sha256"),
)

# Since version 2: the further times that the very same bytes were published; the first is the edition's own.
publications = Table(
    "publications",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("edition", ForeignKey("editions.id"), nullable=False),
    Column("published", Date),
    Column("received", Text, nullable=False),
    Index("publications_by_edition", "edition"),
)

# Since version 2: what was corrected by hand, with the header as it was; nothing of it points to an edition,
# for it outlives them.
corrections = Table(
    "corrections",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("list", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("done", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("header", Text, nullable=False),
    Column("published", Date),
    Column("reason", Text, nullable=False),
    Index("corrections_by_list", "list"),
)

files = Table(
    "files",
    METADATA,
    Column("edition", ForeignKey("editions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# One row for each different thing a list said of a party, however many editions repeat it. Between two
# editions of OFAC a week apart some 99 % of the parties are the same.
versions = Table(
    "versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("list", Text, nullable=False),
    Column("party", Text, nullable=False),
    Column("digest", LargeBinary(32), nullable=False, unique=True),
    Column("facts", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("versions_by_party", "list", "party"),
)

contents = Table(
    "contents",
    METADATA,
    Column("edition", ForeignKey("editions.id"), primary_key=True),
    Column("version", ForeignKey("versions.id"), primary_key=True),
    Index("contents_by_version", "version"),
    sqlite_with_rowid=False,
)

problems = Table(
    "problems",
    METADATA,
    Column("edition", ForeignKey("editions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("where", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("lost", Boolean, nullable=False),
    Column("field", Text),
    Column("record", Text),
)
