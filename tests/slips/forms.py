"""The forms into which the slips are typed: a statement, an annex and compacts, each sound as it stands here.

Every form is one file of a small data folder. `plain` has its texts behind their names, `scaffold` below a `>-`, as the
tool writes them; in `signed` the edition of 2003/04 is signed and that of 2004/05 is not. `signed-statement` and
`signed-annex` are what the department and the association have put their names to.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

STATEMENT: Final = """\
title: Supporting Transformation in Partnership
format: 1
note: A paraphrase made for this record
sources:
  - Statement of Intent of both partners
principles:
  - Each side respects what the other does
  - Capacity belongs at the front line
conditions:
  - Taking part is voluntary
vision:
  - Every child enjoys learning
  - Every child achieves their potential
focuses:
  - id: early-years
    title: More and better childcare
  - id: primary
    title: Primary education
commitments:
  - id: single-education-plan
    text: One education plan in place of many
    due: 2006
  - id: better-communication
    text: Work towards better communication
    follow_up:
      - date: 2003-12-16
        text: A standing group was set up
        source: Minutes of the standing group
"""

NATIONAL_SIGNATURES: Final = """\
signatures:
  - party: department
    name: Charles Clarke
    role: Secretary of State
    date: 2003-07-23
  - party: association
    name: Jeremy Beecham
    role: Chair of the association
    date: 2003-07-23
"""

ANNEX: Final = """\
year: 2003/04
title: Agenda for the academic year
note: The letters are those of the annex
at_most: 5
groups:
  - id: school-standards
    title: Standards in schools
    aims:
      - A primary sector of high standards
      - A coherent picture of secondary schools
    areas:
      - letter: a
        id: challenging-targets
        title: Challenging targets
        summary: Targets that stretch schools
        focuses: [primary]
      - letter: b
        id: ks2-literacy-numeracy
        title: Literacy and numeracy at key stage 2
        summary: Reading, writing and number
        focuses:
          - primary
          - early-years
  - id: wider-role
    title: The wider role
    areas:
      - letter: c
        id: london-challenge
        title: The London Challenge
        summary: The aims of the challenge
        open_to:
          regions: [london]
      - letter: d
        id: early-education
        title: Early education
        summary: Childcare and nursery places
      - letter: e
        id: local-issues
        title: Local issues
        summary: What arises from local circumstances
        named_locally: true
"""

NEXT_ANNEX: Final = ANNEX.replace("2003/04", "2004/05")

PLAIN: Final = """\
# The compact of Hampshire with the department
authority: hampshire
note: Drafted after the meeting in June
sources:
  - Minutes of the cabinet
  - Papers of the education committee
editions:
  - year: 2003/04
    note: Agreed in principle by both sides
    review_by: 2004-12-31
    priorities:
      - area: ks2-literacy-numeracy
        term: short
        why: Results differ between districts
        contributions:
          authority:
            - Two literacy consultants
            - A summer school in every district
          department:
            - The materials of the national pilot
            - Advice on the use of grants
      - area: early-education
        term: medium
        why: Places are scarce in the rural north
        contributions:
          authority:
            - A nursery in each market town
            - Training for forty childminders
          department:
            - Capital for two new buildings
      - area: local-issues
        issue: Schools that serve armed forces families
        term: medium
        why: Pupils move twice a year
        contributions:
          authority:
            - A teacher for new arrivals
          department:
            - Records that follow the child
    asks:
      - text: Give notice of grants for three years
        area: ks2-literacy-numeracy
        answer:
          date: 2004-06-01
          text: The department will consult
          source: Letter of the minister
      - text: Publish the tables later
"""

SCAFFOLD: Final = """\
# yaml-language-server: $schema=https://raw.githubusercontent.com/compactctl/compactctl/main/schemas/compact.json
#
# The compact of Norfolk with the department, from 2003/04 on.
#
# Write over every TODO. A text stands on lines of its own below '>-' and needs no quotes,
# whatever is in it.
authority: norfolk
note: >-
  Drafted after the meeting in July, and
  shown to the heads of all schools.
sources:
  - >-
    Minutes of the full council
editions:
  - year: 2003/04
    # The day of the annual review goes here, without the '# ' before it:
    review_by: 2004-11-30
    priorities:
      # These areas are open to Norfolk. Take up what matters most: delete the '# ' before the
      # lines of an area.

      # # a, Challenging targets
      - area: challenging-targets
        # The term, short or medium; take the line out where none is agreed:
        term: short
        # Why it matters most here, in a sentence or two; take it out where no reason is given:
        why: >-
          Targets are set by the schools, and
          some of them stretch nobody.
        contributions:
          # What Norfolk will do; for another thing, write another '- >-' with its text below:
          authority:
            - >-
              An adviser for each cluster of schools
            - >-
              A seminar for governors in spring, and
              a second one in autumn
          # What the department will do; for another thing, write another '- >-' with its text below:
          department:
            - >-
              Figures of similar schools elsewhere

      # # d, Early education
      # - area: early-education
      #   term: TODO
      #   why: >-
      #     TODO

      # # e, Local issues
      - area: local-issues
        issue: >-
          Transport to small schools
        term: medium
        why: >-
          Journeys take an hour in the west
        contributions:
          authority:
            - >-
              A bus for three villages
          department:
            - >-
              A part of the fares
    asks:
      - text: >-
          Let grants be carried over
        area: challenging-targets
    signatures: []
"""

SIGNED: Final = """\
authority: rutland
editions:
  - year: 2003/04
    priorities:
      - area: ks2-literacy-numeracy
        term: short
        why: Numbers are small and vary
        contributions:
          authority:
            - One consultant for all schools
          department:
            - Tables over three years
    signatures:
      - party: authority
        name: Mary Jones
        role: Director of Education
        date: 2003-12-01
  - year: 2004/05
    priorities:
      - area: ks2-literacy-numeracy
        term: medium
        why: Numbers have not grown since
        contributions:
          authority:
            - A second consultant from spring
          department:
            - Tables over five years
"""


SETTINGS: Final = """\
levels:
  one-sided: warning
exemptions:
  - rule: changed-after-signing
    file: compacts/hampshire.yaml
    until: 2005-03-31
    reason: Agreed while the council reorganises
"""


class Form(NamedTuple):
    """A file of the data folder, and the text that it has before anybody slips."""

    name: str
    text: str


FORMS: Final[Mapping[str, Form]] = {
    "statement": Form("statement.yaml", STATEMENT),
    "annex": Form("annex/2003-04.yaml", ANNEX),
    "plain": Form("compacts/hampshire.yaml", PLAIN),
    "scaffold": Form("compacts/norfolk.yaml", SCAFFOLD),
    "signed": Form("compacts/rutland.yaml", SIGNED),
    "settings": Form("config.yaml", SETTINGS),
    "signed-statement": Form("statement.yaml", STATEMENT + NATIONAL_SIGNATURES),
    "signed-annex": Form("annex/2003-04.yaml", ANNEX + NATIONAL_SIGNATURES),
}


def workspace_with(form: str, data: bytes) -> dict[str, bytes]:
    """Return the files of a data folder in which a form has other bytes."""
    files = {"annex/2004-05.yaml": NEXT_ANNEX.encode()}
    for name in ("statement", "annex", "plain", "scaffold", "signed"):
        files[FORMS[name].name] = FORMS[name].text.encode()
    if form == "signed-annex":
        files["statement.yaml"] = FORMS["signed-statement"].text.encode()
    return files | {FORMS[form].name: data}
