"""What a program can check of PDF/UA-1 by the Matterhorn protocol, asked of a PDF by another library than made it (pikepdf, on qpdf).

    python3 tests/outside/ua.py FILE.pdf

Prints JSON: {"points": {"01-003": true, ...}, "faults": ["01-003: page 2: ...", ...], "counts": {...}}. Needs Debian's python3-pikepdf.
"""

import json
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody "
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP "
    "Figure Formula Form".split()
)
PART = "{http://www.aiim.org/pdfua/ns/id/}part"
PAINTS = set("S s f F f* B B* b b* sh Tj TJ ' \" Do EI INLINE IMAGE".split())
INSIDE = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "LI": {"L"},
    "LBody": {"LI"},
}
HOLDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "TR": {"TH", "TD"},
}

points, faults, counts = {}, [], {}


def words(value):
    """A text of the PDF's, empty where there is none."""
    return "" if value is None else str(value)


def check(point, holds, what=""):
    points[point] = points.get(point, True) and bool(holds)
    if not holds and len(faults) < 60:
        faults.append(f"{point}: {what}")


def count(what):
    counts[what] = counts.get(what, 0) + 1


pdf = pikepdf.open(sys.argv[1])
root = pdf.Root
tree = root.get("/StructTreeRoot")
roles = {str(key)[1:]: str(value)[1:] for key, value in (tree.get("/RoleMap") or {}).items()} if tree else {}


def role_of(element):
    role = str(element.S)[1:]
    seen = set()
    while role not in STANDARD and role in roles and role not in seen:
        seen.add(role)
        role = roles[role]
    return role


def the_catalog():
    marks = root.get("/MarkInfo") or {}
    check("06-001", isinstance(root.get("/Metadata"), Stream), "no metadata")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        check("06-002", str(xmp.get(PART)) == "1", f"it says that it is of PDF/UA {xmp.get(PART)}")
        check("06-003", bool(xmp.get("dc:title")), "no dc:title")
    check("07-001", (root.get("/ViewerPreferences") or {}).get("/DisplayDocTitle") is True, "the title is not shown")
    check("11-006", words(root.get("/Lang")), "the document says no language")
    check("01-007", not bool(marks.get("/Suspects")), "suspects")
    check("00-marked", marks.get("/Marked") is True, "not marked as tagged")
    check("25-001", not (root.get("/AcroForm") or {}).get("/XFA"), "a dynamic form")
    check("26-001", not pdf.is_encrypted, "encrypted")
    check("02-001", all(role in STANDARD or role_of_map(role) for role in roles), "a role that is mapped to none of the standard's")
    check("02-003", not any(role in STANDARD for role in roles), "a standard role is mapped anew")


def role_of_map(role):
    seen = set()
    while role in roles and role not in seen:
        seen.add(role)
        role = roles[role]
    return role in STANDARD


def the_tree():
    """Each element once; gives which element owns each marked content and each annotation."""
    content, notes, levels = {}, {}, []

    def walk(element, parent, parent_role, language):
        role = role_of(element)
        count(role)
        check("02-002", role in STANDARD, f"a role {role}")
        check("00-parent", element.get("/P") is not None, f"a {role} without a parent")
        if role in INSIDE:
            check("09-004", parent_role in INSIDE[role], f"a {role} in a {parent_role}")
        if parent_role in HOLDS:
            check("09-005", role in HOLDS[parent_role], f"a {role} in a {parent_role}")
        if role == "Figure":
            check("13-004", words(element.get("/Alt")) or words(element.get("/ActualText")), "a figure that says nothing")
        if role == "Formula":
            check("17-002", words(element.get("/Alt")) or words(element.get("/ActualText")), "a formula that says nothing")
        if role == "Note":
            check("19-003", words(element.get("/ID")), "a note without an id")
        if role in ("H", *[f"H{n}" for n in range(1, 7)]):
            levels.append(role)
        if role == "TH":
            attributes = element.get("/A")
            many = list(attributes) if isinstance(attributes, Array) else [attributes] if attributes is not None else []
            check("15-003", any("/Scope" in one for one in many if isinstance(one, Dictionary)), "a head cell without a scope")
        said = words(element.get("/Lang")) or language
        kids = element.get("/K")
        for kid in list(kids) if isinstance(kids, Array) else [kids] if kids is not None else []:
            page = element.get("/Pg")
            if isinstance(kid, int):
                content[(page.objgen, kid)] = element
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.MCR:
                content[((kid.get("/Pg") or page).objgen, int(kid.MCID))] = element
            elif isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR:
                notes[kid.Obj.objgen] = role
            else:
                walk(kid, element, role, said)

    kids = tree.K
    for kid in list(kids) if isinstance(kids, Array) else [kids]:
        walk(kid, tree, "", words(root.get("/Lang")))
    numbers = [int(level[1:]) for level in levels if level != "H"]
    if numbers:
        check("14-002", numbers[0] == 1, f"the first heading is of level {numbers[0]}")
    for before, after in zip(numbers, numbers[1:]):
        check("14-003", after <= before + 1, f"a heading of level {after} under one of level {before}")
    check("14-006", not (any(level == "H" for level in levels) and numbers), "H beside numbered headings")
    return content, notes


def resources_of(page):
    return page.get("/Resources") or Dictionary()


def the_page(number, page, content, owners):
    """Whatever is painted stands in an element or is an artifact, and the parent tree says in which."""
    open_marks = []
    for operands, operator in pikepdf.parse_content_stream(page):
        sign = str(operator)
        if sign in ("BDC", "BMC"):
            tag = str(operands[0])[1:]
            properties = operands[1] if len(operands) > 1 else Dictionary()
            if isinstance(properties, Name):
                properties = resources_of(page).Properties[properties]
            mcid = properties.get("/MCID") if isinstance(properties, Dictionary) else None
            if tag == "Artifact":
                check("01-003", not any(kind == "tagged" for kind in open_marks), f"page {number}: an artifact in what is tagged")
                open_marks.append("artifact")
            elif mcid is not None:
                check("01-004", "artifact" not in open_marks, f"page {number}: tagged in an artifact")
                element = content.get((page.objgen, int(mcid)))
                check("00-owned", element is not None, f"page {number}: content {mcid} stands in no element")
                parents = owners.get(int(page.get("/StructParents", -1)))
                owner = parents[int(mcid)] if parents is not None and int(mcid) < len(parents) else None
                check("00-parent-tree", owner is not None and element is not None and owner.objgen == element.objgen, f"page {number}: the parent tree is wrong for {mcid}")
                count("marked content")
                open_marks.append("tagged")
            else:
                open_marks.append("other")
        elif sign == "EMC":
            open_marks.pop()
        elif sign in PAINTS:
            count("painted")
            check("01-005", "tagged" in open_marks or "artifact" in open_marks, f"page {number}: {sign} is neither tagged nor an artifact")


def the_notes(number, page, notes, owners):
    annotations = page.get("/Annots") or []
    if len(annotations) > 0:
        check("28-008", page.get("/Tabs") == Name.S, f"page {number}: tabs do not follow the structure")
    for note in annotations:
        if note.Subtype != Name.Link:
            check("28-002", notes.get(note.objgen), f"page {number}: a {note.Subtype} stands in no element")
            continue
        count("links")
        check("28-011", notes.get(note.objgen) == "Link", f"page {number}: a link in {notes.get(note.objgen)}")
        check("28-012", words(note.get("/Contents")), f"page {number}: a link that does not say where to")
        owner = owners.get(int(note.get("/StructParent", -1)))
        check("28-parent-tree", owner is not None and role_of(owner) == "Link", f"page {number}: a link that the parent tree does not know")


def the_fonts():
    seen = set()
    for page in pdf.pages:
        for name, font in (resources_of(page.obj).get("/Font") or {}).items():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            count("fonts")
            called = str(font.get("/BaseFont"))
            check("10-001", isinstance(font.get("/ToUnicode"), Stream), f"{called} does not say its letters")
            below = font.DescendantFonts[0] if font.Subtype == Name.Type0 else font
            described = below.get("/FontDescriptor")
            check("31-009", font.Subtype == Name.Type3 or (described is not None and any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3"))), f"{called} is not in the file")
            if font.Subtype == Name.Type0:
                encoding = font.Encoding
                check("31-006", isinstance(encoding, Stream) or encoding in (Name("/Identity-H"), Name("/Identity-V")), f"{called} is of another encoding")
                if below.Subtype == Name.CIDFontType2:
                    check("31-005", "/CIDToGIDMap" in below, f"{called} has no map of its glyphs")


def flat(node, found):
    for kid in node.get("/Kids") or []:
        flat(kid, found)
    numbers = list(node.get("/Nums") or [])
    for key, value in zip(numbers[::2], numbers[1::2]):
        found[int(key)] = value
    return found


the_catalog()
check("00-tree", tree is not None, "no structure")
owners = flat(tree.ParentTree, {})
content, notes = the_tree()
for number, page in enumerate(pdf.pages, 1):
    the_page(number, page.obj, content, owners)
    the_notes(number, page.obj, notes, owners)
the_fonts()
counts["pages"] = len(pdf.pages)
print(json.dumps({"points": dict(sorted(points.items())), "faults": faults, "counts": counts}))
