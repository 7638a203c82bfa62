"""HTML pages: the article is read, the menus are not, and nothing breaks or fetches."""

from __future__ import annotations

import datetime as dt
import socket

import pytest

from namesake.errors import InputError
from namesake.text.html_pages import is_html, page_of

PAGE = """<!DOCTYPE html>
<html lang="en"><head>
<title>Two men listed | Example News</title>
<meta property="og:title" content="Two men listed">
<meta property="article:published_time" content="2021-01-14T10:22:00+00:00">
<script>var who = "Script Name";</script><style>.a { content: "Style Name" }</style>
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Two men listed</h1>
<p>BAGHDAD, Jan 14 (Agency) &#8211; The treasury put Qasem&nbsp;Soleimani &amp; others on its list, it said
in a statement that was sent to reporters in the evening.</p>
<p>The second is <b>Abu Mahdi</b> al-Muhandis, whom they called a leader of <i>Kata&#x27;ib</i>
Hezbollah.</p>
<!-- Comment Name -->
</article><footer>© 2021 Example News. All rights reserved.</footer>
</body></html>"""


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (PAGE, True),
        ("  \n<html><p>x</p></html>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>', True),
        ("<!-- saved -->\n<!doctype HTML><p>x", True),
        ("<p>A piece of a page.</p>", True),
        ("<div class='a'>A piece</div>", True),
        ("Plain text.", False),
        ("He wrote <b>bold</b> and <html> in his letter.", False),
        ("<Qasem Soleimani> was written in brackets", False),
        ("<agency@example.org> wrote: it is so", False),
        ("<a> means a variable here, as does b", False),
        ('<?xml version="1.0"?><sdnList><sdnEntry/></sdnList>', False),
        ("3 < 4 and 5 > 4", False),
        ("", False),
    ],
)
def test_html_is_told_from_text_that_speaks_of_it(text: str, html: bool) -> None:
    assert is_html(text) is html


def test_the_article_its_headline_and_its_day_are_taken_from_a_page() -> None:
    page = page_of(PAGE, what="it")
    assert page.title == "Two men listed"
    assert page.published == dt.date(2021, 1, 14)
    assert "Qasem\xa0Soleimani & others" in page.text or "Qasem Soleimani & others" in page.text
    assert "Abu Mahdi al-Muhandis" in page.text
    assert "Kata'ib Hezbollah" in page.text
    for absent in ("Script Name", "Style Name", "Comment Name", "World", "<", "&amp;"):
        assert absent not in page.text
    assert page.warnings == ()


def test_a_page_without_an_article_is_read_word_by_word() -> None:
    rows = "".join(f"<li><a href='/{n}'>Name {n}</a></li>" for n in range(300))
    page = page_of(
        f"<html><head><title>Index</title></head><body><nav><ul>{rows}</ul></nav></body></html>", what="it"
    )
    assert "Name 0" in page.text
    assert "Name 299" in page.text
    assert page.title == "Index"


def test_a_page_too_large_for_that_is_read_word_by_word_and_says_so() -> None:
    rows = "".join(f"<p>Paragraph <b>{n}</b> says 3 < 4 &amp; 5 &gt; 4.</p>\n" for n in range(20_000))
    page = page_of(
        f"<html><body><script>Script Name</script>{rows}<p>Qasem<br>Soleimani</body></html>", what="it"
    )
    assert page.text.startswith("Paragraph 0 says 3 < 4 & 5 > 4.\n\nParagraph 1 ")
    assert page.text.endswith("Qasem\nSoleimani")
    assert "Script Name" not in page.text
    assert "all of its words were read" in page.warnings[0]


def test_a_day_is_taken_from_metadata_only_never_from_the_words_of_a_page() -> None:
    body = PAGE.replace('<meta property="article:published_time" content="2021-01-14T10:22:00+00:00">', "")
    assert page_of(body.replace("© 2021", "© 2019"), what="it").published is None


SENTENCES = "".join(
    f"<p>Sentence {n} of a story that says what was said of it by all of them.</p>" for n in range(9)
)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ('<meta name="DC.date.issued" content="2021-01-14">', "2021-01-14"),
        ('<meta name="pubdate" content="20210114T102200Z">', "2021-01-14"),
        ('<meta http-equiv="date" content="Thu, 14 Jan 2021 10:22:31 GMT">', "2021-01-14"),
        ('<meta property="og:updated_time" content="2021-01-14">', "2021-01-14"),
        ('<script type="application/ld+json">{"datePublished": "2021-01-14T10:22Z"}</script>', "2021-01-14"),
        ('<time itemprop="datePublished" datetime="2021-01-14">Thursday</time>', "2021-01-14"),
        ('<meta itemprop="datePublished" content="2021-01-14">', "2021-01-14"),
        (f'{SENTENCES}<meta itemprop="datePublished" content="2021-01-14">', "2021-01-14"),
        ('<time pubdate datetime="2021-01-14">Thursday</time>', "2021-01-14"),
        ('<header><h1>Two</h1><time datetime="2021-01-14">14 January 2021</time></header>', "2021-01-14"),
        ('<p class="byline">By <a>Jo Doe</a> | <time datetime="2021-01-14">1 h ago</time></p>', "2021-01-14"),
        (
            '<div class="post-meta">Posted <time datetime="2021-01-14T10">today</time><p>x</p></div>',
            "2021-01-14",
        ),
        ('<p>He was born on <time datetime="1999-03-04">4 March 1999</time>.</p>', None),
        ('<header><p>The trial is on <time datetime="2027-03-04">4 March 2027</time>.</p></header>', None),
        ('<p class="byline">Hearing date: <time datetime="2027-03-04">4 March 2027</time></p>', None),
        ('<time datetime="1999-03-04">4 March 1999</time>', None),
        ('<meta name="profile:birthdate" content="1999-03-04">', None),
        ('<meta property="event:start_time" content="2027-03-04">', None),
        ('<meta name="date" content="03/04/2021">', None),
        ('<script type="application/ld+json">{"birthDate": "1999-03-04"}</script>', None),
    ],
)
def test_a_page_states_its_day_in_metadata_or_beside_its_headline_or_writer(
    stated: str, day: str | None
) -> None:
    page = page_of(f"<html><body><article>{stated}{SENTENCES}</article></body></html>", what="it")
    assert page.published == (dt.date.fromisoformat(day) if day else None)


OLD = '<time itemprop="datePublished" datetime="2015-01-14">14 January 2015</time>'
TEASER = f"<article><header><h3>Old story</h3>{OLD.replace('itemprop', 'title')}</header></article>"


@pytest.mark.parametrize(
    "byline", ["", '<header><h1>New</h1><time datetime="2022-03-10">today</time></header>']
)
@pytest.mark.parametrize(
    "page",
    [
        f"<article>{{}}</article><section class='related'>{TEASER}</section>",
        f"<article>{{}}</article><section>{TEASER}</section>",
        f"<main>{{}}<div><header>{OLD.replace('itemprop', 'title')}</header></div></main>",
        f"<article>{{}}</article><article><h2>Old story</h2>{OLD}</article>",
        f"<article><h2>Old story</h2>{OLD}</article><article>{{}}</article>",
        f"<aside class='posts'><p class='byline'>{OLD}</p></aside><article>{{}}</article>",
        f"<nav class='post-meta'>{OLD}</nav><article>{{}}</article>",
        f"<div class='related-stories'>{OLD}</div><article>{{}}</article>",
        f"<article>{{}}<footer class='post-meta'>{OLD}</footer></article>",
        "<article>{}</article><article><meta itemprop='datePublished' content='2015-01-14'></article>",
        f"<article><div itemscope itemtype='https://schema.org/VideoObject'>{OLD}</div>{{}}</article>",
    ],
)
def test_the_time_of_another_story_is_not_the_pages(page: str, byline: str) -> None:
    body = page.format(f"{byline or '<h1>New</h1>'}{SENTENCES}")
    published = page_of(f"<html><body>{body}</body></html>", what="it").published
    assert published == (dt.date(2022, 3, 10) if byline else None)


def _thing(kind: str, day: str, more: str = "") -> str:
    return f'{{"@type": "{kind}", {more} "datePublished": "{day}"}}'


@pytest.mark.parametrize(
    ("described", "day"),
    [
        (
            f'{{"@graph": [{_thing("VideoObject", "2015-01-14")}, {_thing("NewsArticle", "2022-03-10")}]}}',
            "2022-03-10",
        ),
        (f"[{_thing('WebPage', '2015-01-14')}, {_thing('schema:BlogPosting', '2022-03-10')}]", "2022-03-10"),
        (
            _thing("WebPage", "2015-01-14", f'"mainEntity": {_thing("Report", "2022-03-10")},'),
            "2022-03-10",
        ),
        (
            _thing("WebPage", "2022-03-10", f'"image": {_thing("ImageObject", "2015-01-14")},'),
            "2022-03-10",
        ),
        (
            _thing("NewsArticle", "2022-03-10", f'"mentions": [{_thing("NewsArticle", "2015-01-14")}],'),
            "2022-03-10",
        ),
        (f"[{_thing('NewsArticle', '2015-01-14')}, {_thing('NewsArticle', '2022-03-10')}]", "2022-03-10"),
        (f"//<![CDATA[\n[{_thing('NewsArticle', '2022-03-10')},]\n//]]>", "2022-03-10"),
        (_thing("VideoObject", "2015-01-14"), None),
        (f'{{"@type": "ItemList", "itemListElement": [{_thing("NewsArticle", "2015-01-14")}]}}', None),
        ('{"datePublished": 2015, "@type": 7, "@graph": 3}', None),
    ],
)
def test_the_day_of_an_article_and_not_of_what_belongs_to_it_is_taken(
    described: str, day: str | None
) -> None:
    script = f'<script type="application/ld+json">{described}</script>'
    page = page_of(f"<html><head>{script}</head><body>{SENTENCES}</body></html>", what="it")
    assert page.published == (dt.date.fromisoformat(day) if day else None)


def test_the_day_a_page_was_created_counts_where_no_other_is_given() -> None:
    created = '<meta name="created" content="2015-01-14">'
    article = f'<script type="application/ld+json">{_thing("NewsArticle", "2022-03-10")}</script>'
    for more, day in (("", dt.date(2015, 1, 14)), (article, dt.date(2022, 3, 10))):
        page = page_of(f"<html><head>{created}{more}</head><body>{SENTENCES}</body></html>", what="it")
        assert page.published == day


def test_the_day_of_publishing_goes_before_that_of_a_change() -> None:
    metas = '<meta property="og:updated_time" content="2021-01-16"><meta name="date" content="2021-01-14">'
    page = page_of(f"<html><head>{metas}</head><body>{SENTENCES}</body></html>", what="it")
    assert page.published == dt.date(2021, 1, 14)


def test_the_words_of_a_time_are_read() -> None:
    born = '<p>He was born on <time datetime="1999-03-04">4 March 1999</time> there.</p>'
    page = page_of(f"<html><body><article>{SENTENCES}{born}</article></body></html>", what="it")
    assert "He was born on 4 March 1999 there." in page.text


@pytest.mark.parametrize(
    "caption",
    [
        "<figure><img src='a.png'><figcaption>Karla <b>Qu</b>andt in court</figcaption></figure>",
        "<figure><img src='a.png'><span class='legende'>Karla Quandt in court</span></figure>",
        "<figure><button>Open</button><script>Otto</script><p>Karla Quandt in court</p></figure>",
        "<p class='caption'>Karla Quandt in court</p>",
        "<p class='ImageCaption'>Karla Quandt in court</p>",
        "<div class='wp-caption'><img src='a.png'><p class='wp-caption-text'>Karla Quandt in court</p></div>",
        "<div class='photo-caption'><div>Karla Quandt</div><div>in court</div></div>",
        "<figure><figcaption>Karla Quandt in court</figcaption></figure>" * 2,
    ],
)
@pytest.mark.parametrize("around", ["<article>{}</article>", "<div class='caption-page'>{}</div>"])
def test_a_caption_of_the_article_is_a_paragraph_of_its_text_once(caption: str, around: str) -> None:
    body = around.format(f"<h1>Two men</h1>{SENTENCES}{caption}<p>The end was told by all of them.</p>")
    page = page_of(f"<html><head><title>Two</title></head><body>{body}</body></html>", what="it")
    assert page.text.split("\n\n").count("Karla Quandt in court") == 1
    assert page.text.count("Quandt") == 1
    assert page.text.count("Sentence 3 ") == 1


def test_a_table_in_a_figure_is_read_once() -> None:
    table = "<table><tr><th>Name</th><th>Share</th></tr><tr><td>Karla Quandt</td><td>20 %</td></tr></table>"
    page = page_of(
        f"<html><body><article>{SENTENCES}<figure>{table}</figure></article></body></html>", what="it"
    )
    assert page.text.count("Karla Quandt") == 1


@pytest.mark.parametrize("outside", ["aside", "footer", "nav"])
def test_a_caption_outside_the_article_is_not_read(outside: str) -> None:
    more = f"<{outside}><figure><figcaption>Karla Quandt</figcaption></figure></{outside}>"
    page = page_of(f"<html><body><article>{SENTENCES}</article>{more}</body></html>", what="it")
    assert "Quandt" not in page.text


def test_an_impossible_day_in_metadata_is_no_day() -> None:
    assert page_of(PAGE.replace("2021-01-14T", "2021-02-31T"), what="it").published is None


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page must not make us call anybody")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    calls = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://example.org/">]>'
        '<html><head><base href="http://example.org/"><link rel="stylesheet" href="http://example.org/a.css">'
        '<meta http-equiv="refresh" content="0; url=http://example.org/"></head><body>&x;&y;'
        '<iframe src="http://example.org/"></iframe><img src="http://example.org/a.png">'
    )
    page = page_of(calls + PAGE[PAGE.index("<article>") :], what="it")
    assert "Abu Mahdi al-Muhandis" in page.text
    assert "root:" not in page.text


PARAGRAPH = "<p>The treasury put two men on its list, it said in a statement that was sent to reporters.</p>"
# Each is some hundred kilobytes to some megabytes; what must come out of it, or None where nothing needs to.
BOMBS = [
    ("unclosed blocks", "<div>" * 50_000 + PARAGRAPH, "two men"),
    ("unclosed inline", "<b>" * 50_000 + PARAGRAPH, "two men"),
    ("nested tables", "<table><tr><td>" * 15_000 + PARAGRAPH, "two men"),
    ("nested lists", "<ul><li>" * 25_000 + PARAGRAPH, "two men"),
    ("a million tags", PARAGRAPH + "<i>x</i>" * 500_000, "two men"),
    ("no tag is closed", PARAGRAPH + "<a " * 500_000, "two men"),
    ("only brackets", PARAGRAPH + "<" * 500_000, "two men"),
    ("comments never closed", PARAGRAPH + "<!--" * 200_000, None),
    ("scripts never closed", PARAGRAPH + "<script>" * 200_000, None),
    ("quotes never closed", PARAGRAPH + '<a href="x ' * 200_000, None),
    ("a tag of attributes", PARAGRAPH + "<p " + "a=b " * 500_000 + ">x</p>", "two men"),
    ("one long word", PARAGRAPH + "<p>" + "a" * 3_000_000, "two men"),
    ("spaces", PARAGRAPH + "<p>" + " " * 3_000_000 + "x</p>", "two men"),
    (
        "a number of millions of digits",
        PARAGRAPH + "<p>&#" + "9" * 1_000_000 + ";</p>" + "<i>" * 60_000,
        "two men",
    ),
    ("references", PARAGRAPH + "<p>" + "&amp;" * 1_000_000, "two men"),
    ("captions in captions", "<div class=caption>" * 50_000 + PARAGRAPH * 30, "two men"),
    ("captions", PARAGRAPH + "".join(f"<figcaption>a{n}</figcaption>" for n in range(25_000)), "two men"),
    ("times in bylines", "<p class=byline>" * 200 + PARAGRAPH + "<time>x</time>" * 25_000, "two men"),
    ("nested JSON", f"<script type='application/ld+json'>{'[' * 1_000_000}</script>{PARAGRAPH}", "two men"),
    ("zeros", PARAGRAPH.replace("two", "t\0wo"), "t\ufffdwo men"),
]


@pytest.mark.parametrize(("bomb", "says"), [case[1:] for case in BOMBS], ids=[case[0] for case in BOMBS])
def test_an_html_bomb_is_read(bomb: str, says: str | None) -> None:
    page = page_of(f"<!doctype html><html><body>{bomb}</body></html>", what="it")
    assert len(page.text) <= len(bomb) + 100
    assert says is None or says in page.text


def test_entities_of_entities_are_not_resolved() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    page = page_of(
        f'<!DOCTYPE html [<!ENTITY e0 "ha">{entities}]><html><body><p>&e9;</p></body></html>', what="it"
    )
    assert len(page.text) < 2_000


def test_more_tags_than_any_page_has_are_refused_with_what_to_do() -> None:
    with pytest.raises(
        InputError, match=r"bomb\.html has 3,000,0\d\d HTML tags, and .* Save the text of the page"
    ):
        page_of("<html><body>" + "<i>" * 3_000_000, what="bomb.html")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<ul><li>Otto Zwingli</li><li>Karla Quandt</li></ul>", "Otto Zwingli\n\nKarla Quandt"),
        ("<h2>Otto Zwingli</h2><p>Karla said no.</p>", "Otto Zwingli\n\nKarla said no."),
        ("<p>Otto Zwingli<br>Karla Quandt</p>", "Otto Zwingli\nKarla Quandt"),
        ("<p>They named Otto</p>\n\n<p>Zwingli</p>", "They named Otto\n\nZwingli"),
        ("<p>They <b>named</b> Otto\n  Zwingli</p>", "They named Otto\nZwingli"),
        ("<table><tr><td>Otto<td>Karla</table>", "Otto\n\nKarla"),
    ],
)
def test_an_empty_line_parts_the_blocks_of_a_piece_of_a_page(page: str, expected: str) -> None:
    assert page_of(page, what="it").text == expected


def test_an_empty_line_parts_the_paragraphs_of_an_article_but_lines_set_by_hand_stay() -> None:
    said = "and he said so again. " * 30
    page = f"<html><body><p>{said}Otto</p><p>Zwingli {said}</p>{{}}</body></html>"
    assert "Otto\n\nZwingli" in page_of(page.format(""), what="it").text
    assert "Karla\nQuandt" in page_of(page.format(f"<pre>{said}Karla\nQuandt</pre>"), what="it").text
