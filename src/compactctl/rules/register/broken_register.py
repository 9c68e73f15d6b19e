"""A register of the workspace's own that cannot be relied on."""

from compactctl.finding import Level
from compactctl.rules.rule import Rule, Sample
from compactctl.rules.samples import ANNEX, BASE, REGISTER_HEAD

RULE = Rule(
    level=Level.ERROR,
    found_when=(
        "authorities.csv lacks a column, has one twice or one that is none of its own, a code or a name for files twice,"
        " a bad date, an unknown successor, an end before the start, a row with more or fewer values than columns, or is"
        " too large"
    ),
    reason="what an authority may choose and which authorities count rests on the register; it is left out until then",
    remedy="correct the row that is shown; the register's notes say what each column means",
    says="'code' is '850' in an earlier row too; give each row its own",
    breaks=Sample(
        {
            "authorities.csv": f"{REGISTER_HEAD}850,hampshire,Hampshire,E10000014,south-east,county,,,\n⟦850,surrey,Surrey,,south-east,county,,,⟧\n"
        }
    ),
    keeps=Sample(
        {
            ANNEX: BASE[ANNEX].replace("regions: [london]", "regions: [south-east]"),
            "authorities.csv": f"{REGISTER_HEAD}850,hampshire,Hampshire,E10000014,south-east,county,,,\n936,surrey,Surrey,,south-east,county,,,\n",
        }
    ),
)
