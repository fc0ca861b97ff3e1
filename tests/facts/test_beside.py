"""What differs beside the text: every fact by its key, and nothing that is only unknown."""

from vis_cli.facts.beside import Fact, Side, beside
from vis_cli.facts.versions import version_of
from vis_cli.model.agreement import Agreement
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

ORGANISATIONS = """\
exempelregionen: {name: Exempelregionen, type: principal, side: region}
exempelby: {name: Exempelby, type: principal, side: municipality}
testvik: {name: Testvik, type: principal, side: municipality, from: 2032-01-01}
"""


def side(agreement: str = "", version: str | None = None) -> Side:
    files = {
        "registry/organisations.yaml": ORGANISATIONS,
        "agreements/prov/agreement.yaml": f"id: prov\ntitle: Exempel\ntype: agreement\n{agreement}",
    }
    if version is not None:
        files["agreements/prov/versions/1.0.yaml"] = f'agreement: prov\nversion: "1.0"\n{version}'
    registry = load(MemoryTree(files)).registry
    found = registry.get(Agreement, "prov")
    assert found is not None
    return Side(registry, found.entity, version_of(registry, "prov", "1.0"))


def said(old: Side, new: Side) -> list[str]:
    return [line(fact) for fact in beside(old, new)]


def line(fact: Fact) -> str:
    if fact.pieces:
        return f"{fact.type} {fact.field} {[piece.text for piece in fact.pieces if piece.kind != 'kept']}"
    before, after = (",".join(map(str, v)) if isinstance(v, tuple) else str(v) for v in (fact.before, fact.after))
    return f"{fact.type} {fact.field} {fact.key}: {before} → {after}"


def test_nothing_differs_from_itself() -> None:
    one = side("target_groups: [barn]\n", "parties: [exempelby]\n")
    assert said(one, one) == []


def test_owners_amounts_tasks_and_documents_are_known_by_what_they_are_about() -> None:
    old = side(
        "owners: [{group: gruppen, from: 2031-01-01}, {group: gamla-gruppen}]\n"
        "amounts: [{kronor: 100, purpose: utbildning}, {kronor: 5, purpose: resor}]\n"
        "responsibilities: [{task: kallar, by: region}]\n"
        'guidance: [{title: Mall, type: template, version: "1"}]\n'
    )
    new = side(
        "owners: [{group: nya-gruppen}, {group: gruppen, from: 2031-01-01, until: 2031-12-31}]\n"
        "amounts: [{kronor: 5, purpose: resor}, {kronor: 120, qualifier: about, purpose: utbildning}]\n"
        "responsibilities: [{task: kallar, by: both}, {task: betalar, by: region}]\n"
        'guidance: [{title: Mall, type: template, version: "2"}]\n'
    )
    assert said(old, new) == [
        "added owners nya-gruppen: None → None,None",
        "changed owners gruppen: 2031-01-01,None → 2031-01-01,2031-12-31",
        "removed owners gamla-gruppen: None,None → None",
        "changed amounts utbildning: exact,100 → about,120",
        "changed responsibilities kallar: region → both",
        "added responsibilities betalar: None → region",
        "changed guidance Mall: 1,None → 2,None",
    ]


def test_the_rules_of_a_version_differ_key_by_key() -> None:
    old = side("", "entry_into_force: {rule: all-parties, not_before: 2031-01-01}\nnotice: {months: 6}\n")
    new = side("", "entry_into_force: {rule: fixed-date, date: 2031-07-01}\nterm: {until: 2035-12-31}\n")
    assert said(old, new) == [
        "changed entry_into_force.rule : all-parties → fixed-date",
        "removed entry_into_force.not_before : 2031-01-01 → None",
        "added entry_into_force.date : None → 2031-07-01",
        "added term.until : None → 2035-12-31",
        "removed notice.months : 6 → None",
    ]


def test_where_a_version_has_no_file_its_rules_are_unknown_and_not_gone() -> None:
    assert said(side("", "notice: {months: 6}\n"), side("")) == []


def test_the_parties_are_those_that_each_version_binds() -> None:
    published = "publication: {{date: {}, digest: " + 64 * "a" + "}}\n"
    assert said(side("", published.format("2031-05-01")), side("", published.format("2032-05-01"))) == [
        "added parties : None → testvik"
    ]
    assert said(side("parties: [exempelby]\n"), side("parties: [testvik]\n")) == [
        "added parties : None → testvik",
        "removed parties : exempelby → None",
    ]
    assert said(side("parties: [exempelby]\n"), side("")) == [], "all is not the same as not known"
    assert said(side("", published.format("2031-05-01")), side("", "")) == [], "of what day, is not known"


def test_one_who_joined_is_told_of_the_same_version() -> None:
    old, new = side("", "parties: [exempelby]\n"), side("", "parties: [exempelby]\naccessions: [{party: testvik}]\n")
    assert said(old, new) == ["added accessions : None → testvik"]


def test_a_statement_differs_by_its_words() -> None:
    old, new = (
        side(f"cost_responsibility: {{text: Varje part {word} sina kostnader.}}\n") for word in ("bär", "delar")
    )
    assert said(old, new) == ["changed cost_responsibility ['bär ', 'delar ']"]
    assert said(side(), new) == ["added cost_responsibility ['Varje part delar sina kostnader.']"]
    bold = side("cost_responsibility: {text: Varje part **bär** sina kostnader.}\n")
    assert said(old, bold) == []
