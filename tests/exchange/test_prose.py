# SPDX-License-Identifier: MIT
"""HTML, Markdown and plain text come out as the same clean prose, with nothing lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumdesk.exchange.prose import prose

HTML = {
    "paragraphs": ("<p>One\ntwo</p>\n<p>Three</p>", "One two\n\nThree"),
    "line break": ("<p>One<br/>two<br>three</p>", "One\ntwo\nthree"),
    "emphasis": ("<p>So <b>very</b> <em>much</em>.</p>", "So very much."),
    "list": ("<p>Now:</p><ul>\n<li>a</li>\n<li><p>b</p></li></ul>end", "Now:\n\n- a\n- b\n\nend"),
    "numbers": ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
    "lists in lists": (
        "<ul><li>a<ol><li>x</li><li>y</li></ol></li><li>b</li></ul>",
        "- a\n  1. x\n  2. y\n- b",
    ),
    "never closed": ("<p>a<p>b<ul><li>c<li>d", "a\n\nb\n\n- c\n- d"),
    "heading": ("<h2>What</h2>\n<p>This</p>", "What\n\nThis"),
    "link": ('<p>See <a href="https://x.org/a?b=1&amp;c=2">it</a>!</p>',
             "See it (https://x.org/a?b=1&c=2)!"),
    "link that is its address": ("<p><a href='https://x.org/'>x.org</a></p>", "x.org"),
    "link without text": ("<p><a href=https://x.org/></a></p>", "https://x.org/"),
    "link to the page itself": ("<p><a href='#top'>up</a></p>", "up"),
    "link never closed": ("<p>a <a href='https://x.org'>b", "a b (https://x.org)"),
    "picture": ("<p><img src='https://x.org/a.png' alt='A map'></p>",
                "A map (https://x.org/a.png)"),
    "local picture": ("<p>a<img src='/etc/passwd'/>b</p>", "ab"),
    "code": ("<pre><code>if a &lt; b:\n    go()\n</code></pre>", "if a < b:\n    go()"),
    "rule": ("<p>a</p><hr/><p>b</p>", "a\n\nb"),
    "table": ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
    "entities": ("<p>R&amp;D &lt;T&gt; &copy; &#44032;</p>", "R&D <T> © 가"),
    "empty paragraph": ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
    "script": ("<p>a</p><script>alert('<p>')</script><style>p{}</style>b", "a\n\nb"),
    "comment": ("<p>a<!-- <p>no</p> -->b</p>", "ab"),
    "upper case": ("<P>A<BR>B</P>", "A\nB"),
    "unknown, with attributes": ("<p><x-y z='1'>a</x-y></p>", "a"),
    "no tag": ("<p>Vec<u8> and a < b</p>", "Vec<u8> and a < b"),
    "greater in attribute": ('<p><span title="a > b">c</span></p>', "c"),
}  # fmt: skip
MARKDOWN = {
    "link": ("a [deep dive](https://x.org/a_(b)) b", "a deep dive (https://x.org/a_(b)) b"),
    "link with title": ('[a](https://x.org "T")', "a (https://x.org)"),
    "picture": ("![map](https://x.org/m.png)", "map (https://x.org/m.png)"),
    "address": ("<https://x.org/a>", "https://x.org/a"),
    "mail": ("<a.b@x.org>", "a.b@x.org"),
    "emphasis": ("**so** *very* _much_ __indeed__", "so very much indeed"),
    "no emphasis": ("2*3*4 snake_case_name a * b * c", "2*3*4 snake_case_name a * b * c"),
    "escaped": (r"Anwält\*innen", "Anwält*innen"),
    "gendered": ("Anwält*innen und Journalist*innen", "Anwält*innen und Journalist*innen"),
    "code": ("Use `a < b` and ``c``", "Use a < b and c"),
    "fence": ("a\n```py\nx = 1\n```\nb", "a\n\nx = 1\n\nb"),
    "heading": ("# What #\nThis", "What\nThis"),
    "heading that ends in a sign": ("## About C#", "About C#"),
    "underlined heading": ("What\n====\nThis", "What\n\nThis"),
    "bullets": ("* a\n+ b\n- c\n  * d", "- a\n- b\n- c\n  - d"),
    "numbers": ("1. a\n2. b", "1. a\n2. b"),
    "rule": ("a\n\n---\n\nb", "a\n\nb"),
    "hard break": ("a  \nb", "a\nb"),
    "entities": ("AT&amp;T &#x1F600;", "AT&T 😀"),
    "plain signs": ("R&D, a < b > c, x &y; <T>, C#, #1", "R&D, a < b > c, x &y; <T>, C#, #1"),
    "brackets": ("[1] see (b)", "[1] see (b)"),
    "windows": ("a\r\n\r\nb", "a\n\nb"),
    "too many lines": ("a\n\n\n\nb", "a\n\nb"),
    "korean": ("**반도체** 협력", "반도체 협력"),
}


@pytest.mark.parametrize("name", HTML)
def test_html_becomes_clean_text(name: str) -> None:
    source, wanted = HTML[name]
    assert prose(source) == wanted


@pytest.mark.parametrize("name", MARKDOWN)
def test_markdown_becomes_clean_text(name: str) -> None:
    source, wanted = MARKDOWN[name]
    assert prose(source) == wanted


@given(st.text(alphabet="<>/apbrlioue=\"'& ;#x&\n*_`[]()!-h:t", max_size=60))
def test_any_text_is_read_without_fail_and_without_loss_of_words(source: str) -> None:
    assert not re.search(r"[ \t]\n|\n{3}", prose(source))


@given(st.lists(st.sampled_from(["<p>", "</p>", "<ul>", "</ul>", "<li>", "</a>", "<pre>",
                                 "<a href='http://x'>", "<br>", "word", " ", "\n"])))  # fmt: skip
def test_any_nesting_keeps_every_word_and_no_tag(pieces: list[str]) -> None:
    said = prose("<p>" + "".join(pieces))
    assert said.count("word") == pieces.count("word")
    assert not re.search(r"</?(?:p|ul|li|a|pre|br)\b", said)


HOSTILE = {
    "no end": "<p></p><a " + "x" * 300_000,
    "spaces": "<p></p><a " + " " * 300_000,
    "quotes": "<p></p>" + "<a '" * 100_000,
    "comments": "<p></p>" + "<!--" * 100_000,
    "unknown tags": "<p></p>" + "<x>" * 100_000,
    "open links": "<p></p>" + "<a href='http://x'>y" * 30_000,
    "lists": "<p></p>" + "<ul><li>" * 30_000,
    "heading": "# a" + " " * 300_000 + "b",
    "stars": "* " * 150_000 + "x",
    "brackets": "[" * 300_000,
    "link": "[a](http://" + "(" * 300_000,
    "marks": "**a " * 100_000 + "_b " * 100_000,
    "entities": "&amp" * 100_000,
    "lines": "\n" * 300_000 + "a",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_in_one_pass(name: str) -> None:
    assert len(prose(HOSTILE[name])) < 4 * len(HOSTILE[name])
