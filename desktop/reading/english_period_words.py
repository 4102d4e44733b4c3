"""The names that English texts have for periods, as patterns."""

import re
from collections.abc import Mapping
from functools import cache

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
COUNTS: Mapping[str, int] = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
ORDINALS: Mapping[str, int] = {
    word: n
    for n, line in (
        (1, "first 1st opening"),
        (2, "second 2nd latter"),
        (3, "third 3rd"),
        (4, "fourth 4th last final closing"),
    )
    for word in line.split()
}
"""Of halves and quarters; the last is the fourth, or the second half."""
PLANS: Mapping[str, int] = {
    word: first
    for first, line in ((2001, "10th tenth"), (2006, "11th eleventh"), (2011, "12th twelfth"), (2016, "13th thirteenth"),
                        (2021, "14th fourteenth"), (2026, "15th fifteenth"))
    for word in line.split()
}  # fmt: skip
"""The first years of the Five-Year Plans."""
SHIFTS: Mapping[str, int] = {
    word: shift
    for shift, line in (
        (-1, "last previous preceding prior past"),
        (0, "this current same the"),
        (1, "next coming following"),
    )
    for word in line.split()
}

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"(?-i:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|June?\b\.?|July?\b\.?|Aug(?:ust|\b\.?)"
    r"|Sept?(?:ember|\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
)
_DASH = r"(?: ?[-–—~] ?| to | through | until | till | thru )"
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(COUNTS)})"
_OF_YEAR = (
    rf"(?:(?:,? (?:of |in )?|[- ])(?P<year@>{_YEAR})\b(?!-\d)|,? (?:of |in )?(?P<rel@>last|this|next|the same|that|the previous|the preceding|the|the following|the current|the coming) year"
    r"(?! (?:earlier|ago|before|on year))(?:['’]s)?)"
)
_LEAD_YEAR = (
    rf"(?:(?P<lead_year>{_YEAR})(?:['’]s|,)? |(?P<lead_rel>last|this|next|the previous|the) year['’]s )"
)


def _of_year(tag: str) -> str:
    return _OF_YEAR.replace("@", tag)


_GATE = (
    r"(?<![\w])(?=(?:[Tt]he |[Ii]ts |[Tt]heir |[Ff]rom |[Bb]etween |[Ss]ince )?(?:the )?(?:\d|(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|FY|[HQ][1-4])"
    r"|(?i:last|this|next|prev|prec|prior|first|second|third|fourth|final|opening|latter|closing|half|mid|early|late|end|close|turn"
    r"|beginning|start|middle|year|full|whole|entire|same|corresp|comparab|equival|past|recent|current|coming|following|so far|thus far"
    r"|to date|already|since the|from the|fiscal|financial|business|month|quarter|(?:ten|eleven|twelf|thirteen|fourteen|fifteen)th"
    r"|(?:a|one) (?:year|month|quarter)|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ]month)))(?:"
)
"""What each name of a time begins with, so that most words are passed over at once."""


@cache
def grammar() -> re.Pattern[str]:
    ordinals = "|".join(ORDINALS)
    return re.compile(
        _GATE
        + "|".join(
            (
                rf"(?P<fiscal>(?:(?:the )?(?i:fiscal|financial)(?: year)?|(?-i:FY)) ?(?P<fyear>{_YEAR}|\d\d\b)(?:[-/–](?P<fyear2>{_YEAR}|\d\d)\b)?"
                rf"|(?:the )?(?P<fyear_>{_YEAR})(?:[-/–](?P<fyear2_>\d\d))? (?:fiscal|financial) year)"
                rf"(?:,? \(?(?:which |that )?(?:ended|ends|ending|to|runs to|ran to)(?: in| on)?(?: \d\d?)? (?P<fend>{_MONTH})(?: \d\d?)?(?:,? (?P<fendyear>{_YEAR}))?\)?)?",
                rf"(?P<ended>(?:the )?(?:(?:fiscal |financial |full |business )?year|(?P<ecount>{_COUNT})[- ]months?(?: period)?|(?P<equarter>(?:three months|quarter))|(?P<ehalf>half(?:[- ]year)?|six months)) (?:ended|ending|to|through|up to|that ended|which ended)"
                rf"(?: in| on| at the end of)?(?: \d\d?)? (?P<emonth>{_MONTH})(?: \d\d?)?(?:,? (?:of )?(?P<eyear>{_YEAR})|(?P<erel>,? (?:this|last) year))?)",
                rf"(?P<plan>(?:the )?(?P<nth>{'|'.join(PLANS)}) [Ff]ive[- ][Yy]ear [Pp]lan(?:ning)?(?: period)?(?: \({_YEAR} ?[-–—] ?(?:{_YEAR}|\d\d)\))?)",
                rf"(?P<range>(?P<rlead>(?:[Ff]rom|[Bb]etween) )?(?P<ra>{_MONTH})(?: (?P<ray>{_YEAR}))?(?:{_DASH}|(?(rlead) and |(?!)))(?P<rb>{_MONTH})(?:{_of_year('r')})?(?! ?\d))",
                rf"(?P<years>(?P<ylead>(?:[Ff]rom|[Bb]etween) )?(?<![\d.,])(?P<ya>{_YEAR})(?:(?:{_DASH}|(?(ylead) and |(?!)))(?={_YEAR})|(?: ?[-–—] ?|/))(?P<yb>{_YEAR}|\d\d)(?![\d.,%]\d|\d|%| (?:percent|per|billion|million|yuan))(?: period)?)",
                rf"(?P<iso>(?<![\d.])(?P<isoy>{_YEAR})-(?P<isom>0[1-9]|1[0-2])(?:-(?P<isod>[0-3]\d))?(?!\d))",
                rf"(?P<part>{_LEAD_YEAR}?(?:the |its |their )?(?:(?i:(?P<ord>{ordinals}))[- ](?:(?P<half>half)(?:[- ]year)?|(?P<quarter>quarter)|(?P<pcount>{_COUNT})[- ](?P<punit>months|quarters|weeks|days)(?: of (?P<pmonth>{_MONTH}))?)|(?P<code>(?-i:[HQ][1-4]|[1-4][HQ]))(?=\W|\d\d)|(?P<spell>half[- ]year|(?P<midyear>mid[- ]?year)))(?:{_of_year('p')}|[-’' ]?(?P<pyear2>\d\d)(?![\d.,%]| ))?)",
                rf"(?P<days>(?:from |between )?(?:(?P<ma>{_MONTH}) (?P<da>\d\d?)(?:st|nd|rd|th)?(?:{_DASH}| and )(?:(?P<mb>{_MONTH}) )?(?P<db>\d\d?)(?:st|nd|rd|th)?(?![\d,.]*\d| (?:percent|billion|million))|(?P<da2>\d\d?)(?:{_DASH}| and )(?P<db2>\d\d?) (?P<mb2>{_MONTH}))(?:{_of_year('k')})?)",
                rf"(?P<date>(?:the )?(?P<d1>\d\d?)(?:st|nd|rd|th)?(?: of)? (?P<dm1>{_MONTH})(?:{_of_year('d')})?|(?P<dm2>{_MONTH}) (?P<d2>\d\d?)(?:st|nd|rd|th)?(?![\d,.]*\d)(?! (?:percent|billion|million))(?:{_of_year('e')})?)",
                rf"(?P<edge>(?:the )?(?:(?P<e_end>end|close|turn)|(?P<e_start>beginning|start)|(?P<e_mid>middle)) of (?:(?P<emm>{_MONTH})(?:{_of_year('f')})?|(?P<ey>{_YEAR})|(?P<eshift>last|this|next|the previous|the|the current) (?P<eunit>year|month|quarter)(?! (?:earlier|ago))|(?P<eord>the (?:first|second|third|fourth) (?:quarter|half))(?:{_of_year('g')})?)"
                rf"|(?:(?P<year_end>[Yy]ear[- ]end|[Ee]nd[- ]of[- ]year)(?: (?P<yend>{_YEAR}))?|[Ee]nd-(?P<endmonth>{_MONTH})(?: (?P<endmy>{_YEAR}))?|[Ee]nd[- ](?P<endyear>{_YEAR}))"
                rf"|(?P<adv>[Ee]arly|[Ll]ate|[Mm]id)(?:[- ]| in )(?:(?P<am>{_MONTH})(?:{_of_year('h')})?|(?P<ay>{_YEAR})|(?P<ashift>last|this|next) year))",
                rf"(?P<month>{_MONTH})(?:{_of_year('m')})?(?![a-z])(?! \d\d?[,.]? (?:percent|\d))",
                r"(?P<todate>(?:so far|thus far|to date|already) (?:this|in the) year|(?:this |the )?year[- ]to[- ]date(?: this year)?|(?:since|from) the (?:start|beginning) of (?:the|this) year)",
                r"(?P<peer>(?:the )?(?:same|corresponding|comparable|year-earlier|equivalent) (?P<peer_of>period|month|quarter|half|time|months|week|level|figure|stage)(?:(?: of| in)? (?:last year|the (?:previous|preceding|prior) year|a year (?:earlier|ago|before)|(?P<peer_year>(?:19|20)\d\d)))?|(?:a|one) year (?:earlier|ago|before|previously|prior)|the year before(?! last)|(?:the )?(?:previous|prior|preceding) year|(?:the )?year-earlier)",
                r"(?P<shift>(?i:the year before last|(?P<sw>last|this|next|the previous|the preceding|the current|the coming|the prior|the following|previous) (?P<su>year|month|quarter|half)|(?P<ago>a|one) (?P<agou>month|quarter) (?:earlier|ago|before)|the (?P<sbu>month|quarter) before))(?:['’]s)?",
                rf"(?P<recent>(?:the )?(?:last|past|previous|preceding|recent) (?:(?P<rcount>{_COUNT}|few) (?P<runit>years|months|quarters)|(?P<decade>decade)))",
                r"(?P<full>(?:the )?(?i:full[- ]year|whole[- ]year|entire year|whole of the year|full year)(?: of)?(?: (?P<fullyear>(?:19|20)\d\d)| (?P<fullrel>this|last|next) year)?)",
                rf"(?P<bare>(?<![\w.,$€£¥/+-])(?P<by>{_YEAR})(?:['’]s)?(?!\w|[.,]\d|-[a-z]| (?:percent|per cent|yuan|million|billion|people|companies|households|mu|flats|jobs|hectares)|%))",
            )
        )
        + ")",
        re.IGNORECASE,
    )


BASE = re.compile(
    r"(?:\bthan|compared (?:with|to)|(?:as )?against|versus|vs\.?|relative to|in comparison (?:with|to)|comparing (?:with|to)|"
    r"\b(?:up|down|higher|lower|rise|increase|growth|fall|decline|drop|percent|%|percentage points|points|times|fold|doubled|tripled|quadrupled|grew|risen|grown|increased|decreased|fell|rose|double|triple) (?:from|over|on)|(?:above|below) (?:its|the)?)"
    r"(?: (?:that|those|the figure|the level|the levels|levels|the number|the total|the value|it was|they were))?(?: (?:of|in|for|during|at|recorded in|seen in|posted in))?(?: the| its| their)?(?: end of)? ?$",
    re.IGNORECASE,
)
ANY_BASE = re.compile(
    r"\b(?:from|over|on|than|with|to|against|versus)(?: (?:that|those|the figure|the level|levels))?(?: of| in| for)?(?: the)? ?$",
    re.IGNORECASE,
)
LEVEL_BEHIND = re.compile(
    r"(?:['’]s)?(?: pre-pandemic)? (?:levels?|figures?|totals?|values?|mark|average|base)\b"
)
UNTIL = re.compile(
    r"(?:\b(?:by|as of|as at|until|till|up to|through|at|since)(?: the)?(?: end of)?|\bat the end of|\bas of the) ?$",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:since|starting from|starting in|beginning in|ever since)(?: the)?(?: end of| start of| beginning of)? ?$",
    re.IGNORECASE,
)
GOAL = re.compile(r"\bby(?: the end of)?(?: the)? ?$", re.IGNORECASE)
OF_LEVEL = re.compile(r"(?:from|above|below|over|than|of|times)(?: the| its)? $", re.IGNORECASE)
KINDS = (
    "fiscal", "ended", "plan", "range", "years", "iso", "part", "days", "date", "edge", "month", "todate", "peer", "shift",
    "recent", "full", "bare",
)  # fmt: skip
"""The groups of `grammar` that tell what kind of name was found."""
