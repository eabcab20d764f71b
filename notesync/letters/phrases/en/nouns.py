"""The English words that several tables share, as pieces of expressions."""

# ruff: noqa: E501 -- an expression reads as one line; broken up it can't be checked by eye

from __future__ import annotations

JOB = (
    r"(?:(?:part-time |full-time |dream |entry-level |summer |new |trainee )?(?:jobs?|positions?|roles?|"
    r"vacanc(?:y|ies)|openings?|internships?|placements?|apprenticeships?|traineeships?|posts?|"
    r"job opportunit(?:y|ies)|career opportunit(?:y|ies)|employment|opportunit(?:y|ies)))"
)
SEARCHED = (
    rf"(?:(?:new |next |fresh |suitable |responsible |challenging )*(?:{JOB}|work|challenges?|employer|"
    r"gig|something new|position|role))"
)
PAPERS = (
    r"(?:cv|c\.v\.|resume|résumé|curriculum vitae|cover letter|application(?: documents| form)?|"
    r"references|certificates|transcripts?|documents|work samples)"
)
WHERE = (
    r"(?:at (?:your (?:\w+ )?(?:place|company|firm|office|organi[sz]ation|school|shop|department|end)|yours|[A-Z]\w+)|"
    r"(?:in|on|with) your (?:\w+ )?(?:team|company|department|organi[sz]ation|firm|office|crew))"
)
WORKERS = (
    r"(?:people|lads|someone|somebody|anyone|anybody|staff|hands|another \w+|(?:an )?extra \w+|help|"
    r"assistants?|apprentices|trainees|interns?|new \w+|more \w+|volunteers|\w+ers|graduates)"
)
NUMBER = (
    r"(?:(?:ten|fifteen|twenty|twenty-five|thirty|forty|forty-five)|"
    r"(?:\d{1,2} ?(?:-|–|to|or) ?)?(\d{1,3}))"
)
DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|tonight|the end of)"
