"""The shapes in which a role and its holder stand together."""

from __future__ import annotations

from newsextract.recognize.patterns import Pattern

__all__ = ["AFTER_NAME", "BEFORE_NAME", "CHAIN", "ROW", "ROW_END", "SELF", "SPEAKER"]

_HOLDS = r"""(?<![新前现时历责信主委接升调转改兼担出])任(?![务何期意免])
    |时任|现任|曾任|历任|担任|出任|就任|当选为?|兼任|接任|继任|升任|调任|转任|改任|受聘为|受聘担任|获任|获聘为?|被\p{Han}{0,24}?为"""
_CHOSEN = "被|获任|任命|聘任|推选|推举|选举|聘请|增补|选为|选任|受聘"
_WITHIN = r"[^，。；！？：\n]{0,40}"
_ALSO = "(?:日前|近日|并|还|也|又|后|先后|同时)"

#: Between two roles of one person: a mark or 兼, then perhaps the body of the second role.
CHAIN = Pattern(
    "between roles", r"(?:[、,，/兼暨和]|以及|[ 　])[（(]?(?:兼|兼任|原|前)?[\p{Han}“”·（）()《》A-Za-z0-9’]{0,30}+"
)
#: Between a role and the name behind it.
BEFORE_NAME = Pattern("role, then name", r"[：:]?[ 　]?|——?|\s?[（(]|包括|分别[是为]|是|为")
#: Between a name and the role that it is given.
AFTER_NAME = Pattern(
    "name, then role",
    rf"""
    (?:教授|院士|博士|同志|先生|女士)?
    (?:[（(][男女][，,]?[^）)\n]{{0,12}}[）)])?                     # （女，藏族）
    (?: [（(] [^）)，。；\n]{{0,30}}                               # 王某（某局局长）
      | [，,]? (?:是|系|为|作为|身为|曾是|{_HOLDS}) {_WITHIN}
      | [^，。；！？：、\n“”]{{0,16}} (?:{_CHOSEN}|{_HOLDS}) {_WITHIN}
      | [^。！？：\n“”]{{0,90}} [，,] {_ALSO}* (?:{_HOLDS}) {_WITHIN}  # 王某曾…，还曾任…
      | 的 [^，。；！？：\n]{{1,40}}                               # 免去王某的…职务
    )
    """,
)
#: Between name and role in a row of a list, and what may follow the role there.
ROW = Pattern("row of a list", r"[ 　]?[\p{Han}（）()、]{0,40}")
ROW_END = Pattern("end of a row", r"\s|\Z|[0-9、，；。（(\-—]|副?组长|成员|委员")
#: What stands before a role that a speaker says of himself.
SELF = Pattern(
    "role of the speaker", r"我[^，。；：！？“”\n]{0,12}(?:聘为|选为|任命为|当选|担任|当上)(?:了|为)?[\p{Han}]{0,10}\Z"
)
#: A role that speaks without its holder's name.
SPEAKER = Pattern(
    "attributed speaker",
    r"""
    (?:负责人|发言人) [^，。；：！？、“”\n]{0,16}?
    (?:说|表示|介绍|称|认为|指出|告诉|强调|透露|坦言|解释|回应|提醒|建议|宣布|谈到|讲述|回答|答记者问|答问|证实|感慨|呼吁|分析|补充|接受)
    """,
)
