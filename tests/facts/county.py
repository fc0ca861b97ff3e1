"""A county of four parties for the tests of agreements: a region and three municipalities, all fictional."""

from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry, load
from vis_cli.source.emit import emit
from vis_cli.source.tree import MemoryTree

REGION, EXEMPELBY, PROVKOPING, TESTVIK = "exempelregionen", "exempelby", "provkoping", "testvik"
EVERYONE = (REGION, EXEMPELBY, PROVKOPING, TESTVIK)

ORGANISATIONS = {
    REGION: {"name": "Exempelregionen", "type": "principal", "side": "region"},
    EXEMPELBY: {"name": "Exempelby kommun", "type": "principal", "side": "municipality"},
    PROVKOPING: {"name": "Provköpings kommun", "type": "principal", "side": "municipality"},
    TESTVIK: {"name": "Testviks kommun", "type": "principal", "side": "municipality"},
}

ALL = {"rule": "all-parties"}
EACH = {"rule": "each-party"}


class County:
    """Builds a register step by step; `registry()` loads it, and fails where the files are not in order."""

    def __init__(self, **agreement: object) -> None:
        self.organisations: dict[str, dict[str, object]] = {id: dict(data) for id, data in ORGANISATIONS.items()}
        self.agreement = {"id": "avtalet", "title": "Exempelavtalet", "type": "agreement"} | agreement
        self.files: dict[str, dict[str, object]] = {}

    def version(self, number: str = "1.0", rule: dict[str, object] | None = None, **more: object) -> "County":
        entry = {"entry_into_force": rule} if rule else {}
        data = {"agreement": "avtalet", "version": number} | {"parties": list(EVERYONE)} | entry | more
        self.files[f"agreements/avtalet/versions/{number}.yaml"] = data
        return self

    def decided(self, party: str, *decisions: dict[str, object] | str, version: str = "1.0") -> "County":
        """Decisions of a party; a string is the date of an adoption."""
        entries = [{"outcome": "adopted", "date": item} if isinstance(item, str) else item for item in decisions]
        data = {"agreement": "avtalet", "version": version, "party": party, "decisions": entries}
        self.files[f"agreements/avtalet/adoptions/{version}/{party}.yaml"] = data
        return self

    def tree(self) -> MemoryTree:
        texts = {
            "registry/vis.yaml": emit({"id": "vis", "name": "VIS", "short_name": "VIS", "county": "Exempellän"}),
            "registry/organisations.yaml": emit(self.organisations),
            "agreements/avtalet/agreement.yaml": emit(self.agreement),
        }
        return MemoryTree(texts | {path: emit(data) for path, data in self.files.items()})

    def registry(self) -> Registry:
        loaded = load(self.tree())
        assert loaded.diagnostics == ()
        return loaded.registry


def agreement(registry: Registry) -> Record[Agreement]:
    found = registry.get(Agreement, "avtalet")
    assert found
    return found
