"""The words by which English clauses say what an amount is to them."""

import re
from functools import cache
from typing import NamedTuple

UP = (
    r"(?<!made )(?<!make )(?<!makes )(?<!making )(?<!make up )up|ris(?:e[sn]?|ing)|rose|gr(?:ow(?:s|n|ing|th)?|ew)|increas(?:e[sd]?|ing)|expan(?:d(?:s|ed|ing)?|sion)|gain(?:s|ed|ing)?"
    r"|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|leap(?:s|ed|t|ing)?|advanc(?:e[sd]?|ing)|swell(?:s|ed)?"
    r"|wid(?:en(?:s|ed|ing)?)|accelerat(?:e[sd]?|ing|ion)|strengthen(?:s|ed|ing)?|improv(?:e[sd]?|ing|ement)|rebound(?:s|ed|ing)?"
    r"|recover(?:s|ed|ing)?|higher|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|rais(?:e[sd]?|ing)|rall(?:y|ied)|pick(?:s|ed)? up|edg(?:ed|ing)(?! (?:down|lower))"
    r"|inched up|ticked up|shot up|went up|rocketed|skyrocketed|spik(?:e|ed)|ballooned|mushroomed|hike[sd]?|uptick|upturn|quicken(?:ed|ing)"
    r"|add(?:s|ed|ing)?|heighten(?:ed)?"
)
DOWN = (
    r"down|fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|shr(?:ink(?:s|ing|age)?|ank|unk)"
    r"|contract(?:ed|ing|ion|s)|slid(?:e[s]?|ing)?|slip(?:s|ped|ping)?|cut(?:s|ting)?|reduc(?:e[sd]?|ing|tion)|lower(?:s|ed|ing)?|plung(?:e[sd]?|ing)"
    r"|tumbl(?:e[sd]?|ing)|slump(?:s|ed|ing)?|s[au]nk|sink(?:s|ing)?|los(?:t|es?|ing|s)|shed(?:s|ding)?|retreat(?:s|ed|ing)?|narrow(?:s|ed|ing)?"
    r"|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|sav(?:e[sd]?|ing)|shorten(?:s|ed|ing)?|eas(?:e[sd]?|ing)|dip(?:s|ped|ping)?|weaken(?:s|ed|ing)?"
    r"|curb(?:s|ed|ing)?|less|fewer|cutback|downturn|diminish(?:es|ed|ing)?|halv(?:e|ing)|dwindl(?:ed|ing)|slow(?:s|ed|ing)? by"
)
_NOUNS = r"growth(?: rate| pace)?|(?:rate|pace) of (?:growth|increase|expansion)|increase|rise|gain|expansion|improvement"
_FALLS = r"decline|drop|fall|decrease|reduction|contraction|(?:rate|pace) of (?:decline|decrease)"
_COPULA = (
    r"was|were|is|are|of|at|reach(?:ed|es|ing)?|hit|stood at|came (?:to|in at)|to|slow(?:ed|ing) to|accelerat(?:ed|ing) to|register(?:ed|ing)?|averag(?:ed|ing)"
    r"|total(?:l?ed|l?ing)|exceed(?:ed|ing)|remained|remaining|as high as|posted|record(?:ed|ing)|than|quicken(?:ed|ing) to|eas(?:ed|ing) to|be|becoming|by|around|above"
)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)


class Verb(NamedTuple):
    """A verb, noun or adverb of growth before an amount with what stands between; `level` where the amount is what it
    grew to."""

    down: bool
    fill: str
    level: bool


def grows(window: str) -> Verb | None:
    """The last one before an amount."""
    begin = max(0, len(window) - 90)
    match = None
    for match in _verbs().finditer(window, begin):  # noqa: B007
        pass
    if match is None:
        return None
    rest = _rest().match(window, match.end())
    return Verb(bool(match["down"]), rest["fill"], bool(rest["level"])) if rest else None


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(
        r"(?P<fill>[^,;:()]{0,60}?)(?P<level>\b(?:to|into|at|reach(?:ing|ed)|hit|total(?:l?ed|l?ing)|stood at|came to|amount(?:ed|ing) to|from)(?: (?:a|an|the|its|some|just|only|record|new|high|low|total|of|all-time|level))*)? ?$",
        re.IGNORECASE,
    )


@cache
def growth_is() -> re.Pattern[str]:
    """A noun of growth whose size the amount is: the growth rate of exports was …"""
    return re.compile(
        rf"\b(?:(?P<up>{_NOUNS})|(?P<down>{_FALLS}))(?:['’]s)?\b[^,;:()]{{0,60}}?(?:,[^,;:()]{{0,30}},[^,;:()]{{0,20}}?)?\b(?:{_COPULA})(?: (?:a|an|the|only|just|some|year on year|year-on-year|rate|of|record|around|steady|still|up|down|annual|average|at|high|low|to))* ?$",
        re.IGNORECASE,
    )


@cache
def growth_behind() -> re.Pattern[str]:
    return re.compile(
        r"^(?:,? ?\(?(?:[a-z]+ly|year[- ]on[- ]year|month[- ]on[- ]month|quarter[- ]on[- ]quarter|year[- ]over[- ]year|y-?o-?y|on-year|annual|average|a year|compound|combined|overall|further|real|sharp|net|or|per year|per annum) ?)*"
        r" ?(?:(?P<up>growth|increase|rise|gains?|jump|surge|higher|more|up|expansion|leap|larger|bigger|faster|greater|above|uptick|rises|increases|hike|improvement)"
        r"|(?P<down>drop|falls?|decline|decrease|reduction|lower|less|fewer|down|cut|slump|contraction|smaller|below|slower|shorter|drops|declines|saving|plunge|dip|off))\b(?! to )",
        re.IGNORECASE,
    )


@cache
def marks() -> re.Pattern[str]:
    """Growths that a word says by itself."""
    fold = "two|three|four|five|six|seven|eight|nine|ten|twenty|hundred"
    return re.compile(
        rf"\b(?P<times>doubl(?:ed|ing|es?)(?! (?:digit|track|-|hundred|first|shift|the number of shifts))|tripl(?:ed|ing|es?)|trebl(?:ed|ing|es?)|quadrupl(?:ed|ing|es?)|quintupl(?:ed|ing|es?)|twice(?= (?:that|the|as|what|its|their|last|of|more))|(?P<fold>{fold})-?fold)\b"
        r"|\b(?P<half>halv(?:ed|ing|es)|cut (?:by|in) half(?! of)|reduced by half)\b"
        r"|(?:\b(?:was|were|is|are|be|been|being|remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|h(?:eld|olding)|came in|stood|broadly|largely|virtually|basically|roughly|essentially|almost|and|but)|,)(?P<about> (?:broadly|largely|virtually|roughly|essentially|almost|basically|little|more or less|nearly|practically|much))*"
        r" (?P<same>flat(?! (?:in|of|with) )(?!s)|flat(?= (?:in|with|on|from))|unchanged|changed|level with|on a par with|on par with|at the same level as|the same as)(?![\w-])",
        re.IGNORECASE,
    )


TIMES = {"doubl": 2, "twice": 2, "tripl": 3, "trebl": 3, "quadr": 4, "quint": 5}
FOLDS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twenty": 20,
    "hundred": 100,
}

CHANGE = re.compile(
    r"year[- ]on[- ]year|year[- ]over[- ]year|\by[-/]?o[-/]?y\b|\bon[- ]year\b|on the year\b|than (?:in |during )?last year|from last year|over last year|compared (?:with|to) last year|on last year"
    r"|\b(?:a|one) year (?:earlier|ago|before)|(?<!the )\byear before\b(?! last)|the year before\b(?! last)|(?:previous|prior|preceding) year\b|(?:same|corresponding|comparable|equivalent|year-earlier) (?:period|month|quarter|half|time|months)|year-earlier|yearly (?:growth|increase|rise|drop|decline|fall|decrease)"
    r"|annual (?:growth|increase|rise|gain|expansion|decline|drop|decrease|fall|rate of)",
    re.IGNORECASE,
)
STEP = re.compile(
    r"month[- ]on[- ]month|month[- ]over[- ]month|\bm[-/]?o[-/]?m\b|quarter[- ]on[- ]quarter|quarter[- ]over[- ]quarter|\bq[-/]?o[-/]?q\b|\bon[- ](?:month|quarter)\b"
    r"|on the (?:month|quarter)\b|(?:previous|preceding|prior) (?:month|quarter)|(?:from|than|over|to|on|with|against)(?: that of| in)? last (?:month|quarter)|(?:a|one) (?:month|quarter) (?:earlier|ago|before)|the (?:month|quarter) before|(?:sequentially|sequential)",
    re.IGNORECASE,
)
AVERAGE = re.compile(
    r"average (?:annual|yearly)|annual average|annual(?:i[sz]ed)? (?:growth |increase )?(?:rate )?averag|on average|averag(?:ed|ing|es)|(?:a|per|each|every) year\b(?! (?:earlier|ago|before))|annually|per annum|compound(?:ed)?(?: annual)?|\bCAGR\b|yearly average|annuali[sz]ed|average(?: growth)? rate|year after year",
    re.IGNORECASE,
)
STEP_OR_CHANGE = re.compile(r"^\W*(?:year|month|quarter)[- ]on", re.IGNORECASE)

GAP_BEFORE = re.compile(
    r"\b(?:above|below|ahead of|behind|higher than|lower than|faster than|slower than|outpac(?:ed?|ing|es)|outperform(?:ed|ing|s)?|exceed(?:ed|ing|s)?|beat(?:ing|s)?|surpass(?:ed|ing|es)?|outstrip(?:ped|ping|s)?|lagg?(?:ed|ing|s)?|trail(?:ed|ing|s)?|overtook|overtaking|undershoot|missed|missing|topp(?:ed|ing)|outdid|more than|less than)\b[^,;]{2,70}\bby ?$",
    re.IGNORECASE,
)
GAP_BEHIND = re.compile(
    r"^ ?(?:\w+ )?(?:higher|lower|faster|slower|more|less|above|below|ahead of|behind|larger|smaller|better|worse|clear of|off|short of|beyond|over|under|wider|up on)\b(?: than)?(?P<base>[^,;.]{0,60})",
    re.IGNORECASE,
)
RATE = re.compile(
    r"\b(?:growth(?: rate| pace)?|rate of (?:growth|increase|decline)|pace of growth|the increase|the decline|expansion)\b",
    re.IGNORECASE,
)
PEERS = re.compile(
    r"average|nation|province|provincial|city|country|national|municipal|record|target|goal|plan|peers|industry|forecast|expect|that of the (?:city|province)|world|global|budget|other|rest of",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\bfrom(?: (?:a|an|the|its|their|just|only|about|mere|some|level|of|low|high|initial|original|previous|earlier|around|original|former|current|more|record|year-earlier|year-ago|last|year's|original))* ?$",
    re.IGNORECASE,
)
TO = re.compile(
    r"^(?P<gap>[^.;]{0,80}?)\b(?:to|into|reach(?:ing|ed)|now stands at)(?: (?:a|an|the|its|just|only|some|current|record|today's|present|this|last|year's|more|new|high|low|of|level|\w+ly))* ?$",
    re.IGNORECASE,
)
AGAINST = re.compile(
    r"\b(?:(?:up|down|rising|risen|falling|fallen|higher|lower|increase|decrease|rise|fall|growth|drop|reduction|improving|recovering|improvement|grew|growing|rose|fell|cut|reduced) from|compared (?:with|to)|(?:as )?against|versus|vs\.?|as opposed to|in contrast to|\bthan|instead of the|from)"
    r"(?: (?:the|a|an|just|only|its|their|mere|about|some|previous|earlier|last|year's|original|prior|record|same|level|of|former|that|those|year-earlier|year-ago|around|former|figure|total|number|initial|corresponding))* ?$",
    re.IGNORECASE,
)
ONCE = re.compile(
    r"\b(?:originally|previously|formerly|used to be|used to take|initially|once|at first|had been|before that|at the outset|in the past)(?: (?:took|needed|required|stood at|was|were|at|only|just|about|a|the))* ?$",
    re.IGNORECASE,
)
_UP_TO_BUT = r"(?:(?!\bbut\b|\bcorrect|\bactual|\binstead\b)[^.;])"
DENIED = re.compile(
    r"\b(?:(?:previously|earlier|originally|initially|first|wrongly|mistakenly|erroneously|incorrectly|provisionally|preliminarily|preliminary) (?:reported|announced|stated|published|given|released|estimated|put|said|quoted|recorded|printed|listed|figure|disclosed|calculated|communicated|issued|data|count|estimate|number|total)\b"
    + _UP_TO_BUT
    + r"{0,40}"
    r"|(?:reported|announced|stated|published|given|released|put|said|quoted|recorded|printed|estimated) (?:earlier|previously|before|initially|at first|wrongly|mistakenly|in error|erroneously)\b"
    + _UP_TO_BUT
    + r"{0,30}"
    r"|(?:revised|corrected|amended|adjusted|restated|updated)(?: (?:up|down|upward|downward|upwards|downwards))?(?: from|,? not)(?: the)?|(?:mis|over|under)(?:reported|stated|printed|quoted)(?: as| at)?|(?:earlier|previous|initial|preliminary|provisional|first|original) (?:figure|report|estimate|number|reading|count|announcement|statement|data|release|total|version|edition)s?\b"
    + _UP_TO_BUT
    + r"{0,90}?\b(?:of|was|is|said|gave|put|at|showed|to)"
    r"|\bnot(?: (?:the|a|by|at|of|in))?|rather than(?: the)?|instead of(?: the)?|and not(?: the)?|no longer(?: the)?|(?:did|does|do|has|have|had|could|would) not (?:reach|exceed|top|hit|surpass|reached|exceeded|topped|attain|achieve|achieved)(?: the)?|fail(?:ed|s|ing)? to (?:reach|exceed|top|hit|meet)(?: the)?|never (?:reached|exceeded|topped)|den(?:ied|ies|ying)[^.;]{0,30}|replac(?:es|ed|ing)(?: the)?(?: \w+){0,3}|supersed\w+(?: the)?(?: \w+){0,3}"
    r"|(?:wrong|erroneous|incorrect|mistaken|false|outdated) (?:figure|number|total|value)?(?: of| at)?) ?$",
    re.IGNORECASE,
)
WRONG_BEHIND = re.compile(
    r"^[^.;,]{0,50}?\b(?:was|were|is|are|has been|had been|have been) (?:a misprint|a mistake|an error|an? (?:typing|printing|clerical) error|wrong|wrongly|incorrect|erroneous|inaccurate|mis(?:stated|reported|printed|calculated)|given in error|published in error|reported in error|a typo|superseded|replaced|withdrawn|corrected|revised|amended|restated|outdated|denied|no longer valid|not correct|not right)"
    r"|^,? \(?(?:as |the figure |a figure )?(?:that was |which was )?(?:(?:previously|earlier|originally|initially|first|wrongly|mistakenly|erroneously) (?:reported|announced|stated|published|given|released|estimated|printed|quoted|disclosed)|(?:reported|announced|stated|published|given|estimated|printed|quoted|released|disclosed|communicated)(?: [\w']+){0,3}? (?:earlier|previously|before|originally|initially|in error|last (?:week|month|year)|by mistake|wrongly)\b)"
    r"|^[^.;]{0,40}?\b(?:to be corrected|should (?:read|be|have been|have read)|(?:corrected|revised|amended|changed|restated|adjusted)(?: (?:up|down|upward|downward|upwards|downwards))? to)\b"
    r"|^ ?(?:previously|originally|initially) (?:reported|announced|estimated|stated|published)",
    re.IGNORECASE,
)

_GROUPS = r"projects|companies|firms|enterprises|businesses|investments|deals|contracts|manufacturers|parks|towns|villages|households|clusters|schemes|plants|families|industries|orders|loans|ones|groups|unicorns|units|ventures|products|brands|taxpayers|facilities|clients|customers|buildings|industrial clusters|start-?ups|those|headquarters|schemes|listed companies|people|workers|residents|employees|flats|homes|vessels|ships|talents"
THRESHOLD = re.compile(
    rf"\b(?:{_GROUPS})\b(?P<more>[^,;.()]{{0,70}}?)\b(?:of|with|worth|exceed(?:ing)?|over|above|valued at|whose|costing|boasting|in excess of|involving|reporting|earning|generating|having|paying|invest(?:ing|ed)|on|at|aged|employing|posting|larger than|for)\b(?P<words>[^,;.()]{{0,60}})$",
    re.IGNORECASE,
)
SUMMED = re.compile(
    r"\b(?:total(?:l?ing|l?ed|s)?|combined|aggregate|altogether|together|overall|cumulative|sum|reach(?:ed|ing)?|came to|amount(?:ed|ing))\b",
    re.IGNORECASE,
)
EACH = re.compile(
    r"^(?: or more| and above| or above| each| apiece)*(?: each| apiece| per (?:project|company|firm)| a piece)\b"
)
OF_KIND = re.compile(
    rf"^-?(?: ?-?(?:level|class|plus))?[ -](?:[\w-]+ ){{0,3}}?(?:{_GROUPS}|project|company|firm|enterprise|industry|cluster|club|threshold|mark)\b"
)

INCREASE = re.compile(
    rf"(?:\b(?:{UP}|{DOWN})(?: \w+ly| year[- ]on[- ]year)* by(?: (?:a|an|some|about|total of|net|further|another))*|\b(?:increase|rise|gain|decrease|drop|fall|reduction|decline|jump|addition|saving|growth|net increase|surge|cut)s? of(?: (?:a|an|some|about|more than))*|\bnet (?:increase|gain|addition|growth) (?:of|was)|, (?:up|down))(?: [a-z]+ly)? ?$",
    re.IGNORECASE,
)
INCREASE_BEHIND = re.compile(
    r"^ ?(?:(?:more|fewer|less|higher|lower|longer|shorter|up|down) than (?:in |at |during )?(?:(?:the |that of )?(?:a year|last|the previous|the same|the year|19|20|the prior|one year|at the|in the|previous)|before)|(?:more|fewer|less|higher|lower) from)",
    re.IGNORECASE,
)
COMPARED = re.compile(r"year[- ]on[- ]year|from |than |compared|over |to$", re.IGNORECASE)

TARGET = re.compile(
    r"\b(?:aim(?:s|ed|ing)?(?= |,)|targets?(?! of the)|targeted|targeting|goals?|objectives?|(?<!ear )plans?(?= (?:to|for|on|calls?|envisages?|sets?|an?|is|are|was|of)\b)|planned|planning (?:to|on)|intend(?:s|ed)?|seek(?:s|ing)? to|sought to|striv(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|vow(?:s|ed)?|hop(?:es?|ed|ing) to|committed to|(?:is|are|was|were) to(?= [a-z])|to be(?= \w+(?:ed|built|put)\b)|must|shall|scheduled|rescheduled|slated|put off|postponed|pushed back|delayed (?:to|until)|envisag\w+|(?:has|have|needs?|want(?:s|ed)?|ha[sd] set out|set out|sets out) to|should|earmarked|budgeted|eye(?:s|d|ing)|ambition)\b",
    re.IGNORECASE,
)
FORECAST = re.compile(
    r"\b(?:will|won't|would|expect(?:s|ed|ing|ation|ations)?|forecast(?:s|ing)?|projected|projects?(?= (?:that|its|an?|growth|sales|revenue|output|demand) )|projection|likely|estimated to|estimates? (?:that|for)|estimate[sd]? (?:full|its|it will)|anticipat\w+|predict\w+|(?:is|are|was|were|looks?|look) (?:all )?set to|(?:on track|on course|on pace|poised|bound|about|in line|due|ready) (?:to|for)|may(?= [a-z])|might|could|can (?:reach|handle|produce|employ|create)|outlook|seen (?:reaching|at|rising|growing|falling)|once (?:completed|in operation|fully)|when (?:completed|fully|in full)|upon completion|at full capacity|after completion|potential(?:ly)?)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:actual(?:ly)?|in fact|instead|already|eventually|reached|totall?ed|posted|came (?:to|in)|stood at|rose|fell|grew|achieved|recorded|registered|completed|signed|attracted|was|were|had|has|have|did|climbed|exceeded|topped|surpassed|hit|invested|spent|saw|delivered|opened|climbed|handled|made|took|drew|won|added|built|landed)\b",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:[a-z]{2,}ed(?<!need)(?<!speed)(?<!seed)|rose|fell|grew|came|stood|was|were|had|has|have|made|took|won|saw|drew|sold|spent|built|hit|led|ran|kept|held|began|went|gave|got|put|cut|met|beat|became|brought|sent|left|lost|is|are|now|boasts?|hosts?|employs?|hosts|accounts?|remains?|covers?|houses|ranks?|stands|counts|serves|runs)\b",
    re.IGNORECASE,
)
MET = re.compile(
    r"\b(?:m[eu]et(?:s|ing)?|exceed(?:s|ed|ing)?|beat(?:s|ing)?|surpass(?:es|ed|ing)?|achiev(?:es?|ed|ing)|fulfil(?:s|led|ling|ls)?|complet(?:es?|ed|ing)|hit(?:ting)?|reach(?:es|ed|ing)?|above|below|short of|over|under|ahead of|against|than|overfulfilled|percent of|% of|outstripp?(?:ed|ing)?|miss(?:ed|ing)|top(?:ped|ping)?|met)(?: (?:its|the|their|this|that|a|an))?(?: [\w'-]+){0,4}? (?:target|goal|plan|objective|forecast|expectation|quota)s?\b(?! of| at| to| for [a-z]+ to|,? set at)",
    re.IGNORECASE,
)
PLANNED_BEHIND = re.compile(
    r"^[^,;.]{0,40}?(?:\b(?:is|are|was|were|being|has been|have been) (?:now |currently |still |also )?(?:(?P<target>planned|targeted|scheduled|to be|slated|earmarked|budgeted|envisaged|aimed)|(?P<forecast>expected|forecast|projected|likely|predicted|anticipated|set to|due))\b|\b(?P<will>will|would)\b|\b(?P<tobe>to be (?!exact|precise)\w+))",
    re.IGNORECASE,
)
TARGET_BEHIND = re.compile(
    r"^(?:-[a-z-]+)?,? (?:[a-z-]+ ){0,2}?(?:target|goal|plan|objective)\b", re.IGNORECASE
)

ONCE_PLANNED = re.compile(
    r"\b(?:originally|initially|previously|first|earlier|once) (?:set|planned|scheduled|due|expected|slated|intended|meant|targeted|announced|promised)(?: (?:for|in|by|to \w+(?: \w+)?(?: in| by)?|at))?(?: (?:the|early|late|end of|mid))* ?$",
    re.IGNORECASE,
)
RANKED = re.compile(
    r"(?:\b(?:rank(?:s|ed|ing)?|plac(?:e[sd]?|ing)|c[ao]m(?:e|es|ing)|stood|stand(?:s|ing)|finish(?:es|ed|ing)?|put(?:s|ting)?|remain(?:s|ed|ing)?|stay(?:s|ed)?|climb(?:s|ed|ing)?|ris(?:es?|en|ing)|rose|mov(?:es?|ed|ing)|jump(?:s|ed|ing)?|advanc(?:es?|ed|ing)|took|tak(?:es?|en|ing)|held|hold(?:s|ing)?|won|win(?:s|ning)?|secur(?:es?|ed|ing)|claim(?:s|ed|ing)?|occup(?:y|ies|ied|ying)|slip(?:s|ped|ping)?|f[ae]ll(?:s|en|ing)?|dropp?(?:s|ed|ing)?|sits?|sat|rated|list(?:s|ed)|listing|is|was|were|are|being|be|in|at|from|to|retain(?:s|ed)?|kept|up|down|earn(?:s|ed|ing)?|and)\b(?: (?:the|a|an|joint|joint-|it|them|among|zone|its?|equal|itself|overall|again|in|at|to|up|down|as|from|for|park|city|port|company|firm|third consecutive year|still|straight|then|district|project|Sample))*)$",
    re.IGNORECASE,
)
_ORDINAL = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|\d{1,3}(?:st|nd|rd|th)"


@cache
def ranks() -> re.Pattern[str]:
    """Places in a ranking; an ordinal alone is one only behind a word such as ranked."""
    return re.compile(
        rf"\b(?:(?P<ordinal>{_ORDINAL})(?P<place>[- ](?:place|position|spot|rank|slot)\b)?(?P<most>[- ](?:largest|highest|biggest|best|fastest|most|busiest|strongest|longest))?"
        r"(?P<noun>[ -](?:half|quarter|phase|batch|time|times|year|month|months|group|stage|of its|industry|day|week|round|session|edition|plenary|generation|floor|step|hand|party|line|tier|class|phases|such|nine|six|three|two|four|five|eight|seven|ten|ever|place of|consecutive|straight|plenum|plant|project|production|of the month|aid|world|ring|expressway|company|office|pupils|foreign|hospital|school|high|[A-Z]\w+)\b)?"
        r"|(?:[Nn]o\.?|[Nn]umber|#) ?(?P<number>\d{1,3}|one|two|three)(?=(?: (?:in|among|of|spot|position|place|nationwide|across|on|by|for|overall|out|and|at)|[,.;)]|$))"
        r"|(?P<top>(?:top|first)(?=[- ](?:spot|place|position|of the (?:list|table|ranking))\b)|topp(?:ed|ing|s)(?= the (?:list|ranking|table|province|city|nation|country|league))|the (?:largest|highest|biggest|fastest|most|best)(?= (?:[\w-]+ ){0,3}?(?:in|among|of|across|nationwide) (?:the|all|its|\w+'s) ?(?:\d+|province|city|country|nation|district|county|region|[a-z]+ ?zones)))"
        r"|top (?P<first>\d{1,3}|three|five|ten|twenty|thirty|fifty|hundred)(?=(?: (?:in|among|of|nationwide|list|places|across|nationally|zones|parks|by|on)|[,.;)]|$)))",
    )
