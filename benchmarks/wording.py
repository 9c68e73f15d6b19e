"""The sentences of the corpora, made up for measuring; they state nothing about any place."""

from random import Random

PLACES = (
    "the coastal wards",
    "the market towns",
    "the estates on the northern edge",
    "the former mining villages",
    "the smallest rural schools",
    "the inner wards",
    "the new housing to the west",
    "the schools around the port",
    "the two largest secondary schools",
    "the upland parishes",
)
REASONS = (
    "Results in {place} trail those of the whole authority by {few} points, and have hardly moved in {years} years",
    "Head teachers put this first of all when asked, and governors in {place} said the same in {few} of their replies",
    "Of the {many} schools that were visited, {few} asked for help with this, most of them in {place}",
    "Families in {place} move often, so that one child in {few} starts the school year somewhere new",
    "Inspection found good practice in {place} that the other {many} schools have had no way of seeing for themselves",
    "The number of pupils has grown by {many} in {place}, faster than staff with the right training could be found",
    "Posts stand empty for {few} months on average in {place}, and supply teachers cover most of what is left undone",
    "The best schools do very well here and {place} do not, which no average for the authority shows",
    "It is the matter on which health, police and housing most want to work with schools, above all in {place}",
    "Young people in {place} travel up to {many} minutes each way, and {few} in a hundred give up in the first year",
    "Work that began {years} years ago in {place} is bearing fruit, and would be lost if it stopped now",
    "The authority’s own review found {few} separate plans for this – none of them written with {place} in mind",
)
OFFERS_OF_THE_AUTHORITY = (
    "Two consultants for the {many} schools that have furthest to go, beginning with {place}",
    "A network of leading teachers that meets {few} times a year and visits {place} in between",
    "Funds for {few} days of release in each school, so that staff can watch one another teach",
    "One data report a term in place of {few}, with the comparisons that governors have asked for",
    "A named officer for {place}, who answers to heads and to the children's services alike",
    "A course for {many} teaching assistants, run in {place} and open to the neighbouring authorities",
    "An agreement with the {few} colleges on shared timetables and on transport from {place}",
    "Capital for {few} rooms that schools and families in {place} can use after hours",
    "A yearly conference at which {many} pupils say what has changed for them and what has not",
    "Support from a partner school for at least {years} years, paid for by the authority",
    "A single point of contact for families in {place}, staffed on {few} evenings a month",
    "Publication of what was tried, what it cost and what came of it, after {years} terms",
)
OFFERS_OF_THE_DEPARTMENT = (
    "Access to the materials of the national pilot before they are published, for {many} schools",
    "An adviser for {few} days a term, chosen together with the authority",
    "Notice of the grant {few} months before the year begins, so that posts can be filled in time",
    "Leave to pool {few} small grants into one, with one report at the end of the year",
    "Figures on pupils in {place} within {few} weeks of the tests",
    "A visit by officials to {place}, and an answer in writing to what they were shown there",
    "Introductions to {few} authorities elsewhere with the same task, and the cost of the visits",
    "A share in the evaluation, with results for {place} set out apart",
    "One request for data in place of {few}, at a time that suits schools",
    "Support from the national college for {many} leaders in their first {years} years",
)
ASKS = (
    "Give notice of grants for three years and not for one",
    "Count pupils who arrive after the autumn in the figures of the next year",
    "Let schools and colleges share the funding of a pupil who learns at both",
    "Bring the dates of the different inspections of one area together",
    "Ask for each figure once and share it between the department's own divisions",
    "Weigh sparsity as well as deprivation when funds for small schools are set",
    "Publish guidance in the spring term, so that it can be read before it applies",
    "Let money for buildings follow the plans of an authority over {years} years",
)
ISSUES = (
    "Schools that serve armed forces families",
    "Falling rolls in village schools",
    "Places for a growing number of children",
    "Seasonal work and families who move with it",
    "Pupils who cross the authority's boundary to school",
    "Newly arrived families and the languages they speak",
    "Transport to schools across the water",
    "Recruitment where housing is dear",
    "Church and foundation schools in one plan",
    "Libraries and museums as places of learning",
)
NOTES = (
    "Agreed in outline with the schools forum, which met {few} times on it",
    "Written with head teachers, governors and the {few} district councils",
    "The figures are those of the autumn, and will be looked at again in {few} months",
)


def say(random: Random, sentences: tuple[str, ...]) -> str:
    """Give one of the sentences, its blanks filled in."""
    return random.choice(sentences).format(
        place=random.choice(PLACES),
        few=random.randint(3, 14),
        many=random.randint(15, 90),
        years=random.randint(2, 5),
    )
