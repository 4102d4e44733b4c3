"""The software bill of materials, CycloneDX 1.6 as JSON, and the licence texts of everything inside."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Entry
from cyclonedx.model.component import ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from resources.installer.components import Component
from resources.installer.project import moment, version


def bill_of_materials(owned: Mapping[Component, Sequence[Path]]) -> str:
    """The bill as JSON: each component with its licence and the sum over its files."""
    app = _entry(
        "ZoneBrief", version(), "MIT", f"pkg:generic/zonebrief@{version()}", ComponentType.APPLICATION
    )
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"zonebrief@{version()}"))
    bom.metadata.component = app
    bom.metadata.timestamp = moment()
    for component, files in owned.items():
        if component.name != app.name:
            kind = ComponentType.FILE if component.name.startswith("Noto") else ComponentType.LIBRARY
            entry = _entry(component.name, component.version, component.licence, component.purl, kind)
            entry.hashes.add(HashType(alg=HashAlgorithm.SHA_256, content=digest(files)))
            bom.components.add(entry)
    bom.register_dependency(app, bom.components)
    return str(JsonV1Dot6(bom).output_as_string(indent=2)) + "\n"


def _entry(name: str, number: str, licence: str, purl: str, kind: ComponentType) -> Entry:
    return Entry(
        name=name,
        version=number,
        type=kind,
        bom_ref=purl,
        purl=PackageURL.from_string(purl),
        licenses=[LicenseFactory().make_from_string(licence)],
    )


def digest(files: Sequence[Path]) -> str:
    """SHA-256 over the files' own sums, in order."""
    total = hashlib.sha256()
    for path in files:
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def write_licences(owned: Mapping[Component, Sequence[Path]], folder: Path) -> None:
    """One folder of texts for each component, and a list of all."""
    lines = []
    for component in owned:
        place = folder / component.name.replace(" ", "-")
        place.mkdir(parents=True, exist_ok=True)
        for text in component.texts:
            shutil.copyfile(text, place / text.name)
        lines.append(f"{component.name} {component.version}: {component.licence}\n")
    (folder / "README.txt").write_text("".join(lines), encoding="utf-8")
