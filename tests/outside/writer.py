"""What a writer does to a copy, done by LibreOffice: python3 writer.py PORT DEED IN OUT. The deeds are the functions below."""
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.util import DateTime
from com.sun.star.connection import NoConnectException


FILTERS = {"docx": "Office Open XML Text", "odt": "writer8", "pdf": "writer_pdf_Export"}


def value(name, what):
    return PropertyValue(Name=name, Value=what)


def connect(port):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            return resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer")


def sign(context, given, family):
    """Whose name LibreOffice writes beside a change."""
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
    path = value("nodepath", "/org.openoffice.UserProfile/Data")
    profile = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (path,))
    profile.givenname, profile.sn = given, family
    profile.commitChanges()


class Copy:
    def __init__(self, context, path):
        self.manager = context.ServiceManager
        self.context = context
        desktop = self.manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self.document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, (value("Hidden", True),))
        self.dispatcher = self.manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)

    def tell(self, command, **arguments):
        frame = self.document.CurrentController.Frame
        named = tuple(value(name, what) for name, what in arguments.items())
        return self.dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, named)

    def track(self, is_on):
        self.document.RecordChanges = is_on

    def find(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        if found is None:
            raise SystemExit(f"No words {words}")
        return found

    def replace(self, words, others):
        self.find(words).setString(others)

    def select(self, words):
        self.document.CurrentController.select(self.find(words))

    def notes(self):
        fields = self.document.TextFields.createEnumeration()
        found = []
        while fields.hasMoreElements():
            field = fields.nextElement()
            if field.supportsService("com.sun.star.text.TextField.Annotation"):
                found.append(field)
        return found

    def note(self, words):
        for field in self.notes():
            if words in field.Content:
                return field
        raise SystemExit(f"No comment {words}")

    def comment(self, words, text, author):
        field = self.document.createInstance("com.sun.star.text.textfield.Annotation")
        field.Author = author
        field.Content = text
        field.DateTimeValue = DateTime(Year=2026, Month=3, Day=15, Hours=9, Minutes=30)
        place = self.find(words)
        place.Text.insertTextContent(place, field, True)

    def cursor(self, words):
        found = self.find(words)
        cursor = found.Text.createTextCursorByRange(found)
        cursor.gotoStartOfParagraph(False)
        return cursor

    def settle(self, words, how):
        """Takes or refuses the suggested change at these words: one half of a replacement."""
        self.document.CurrentController.ViewCursor.gotoRange(self.find(words), False)
        self.tell(f"{how}TrackedChange")

    def move_up(self, words, steps):
        self.document.CurrentController.ViewCursor.gotoRange(self.find(words), False)
        for _ in range(steps):
            self.tell("MoveUp")

    def add_after(self, words, text):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(False)
        cursor.Text.insertControlCharacter(cursor, 0, False)
        cursor.Text.insertString(cursor, text, False)

    def join(self, words):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.setString(" ")

    def take_out(self, words):
        cursor = self.cursor(words)
        cursor.gotoEndOfParagraph(True)
        cursor.goRight(1, True)
        cursor.setString("")

    def save(self, path):
        name = FILTERS[path.rsplit(".", 1)[1]]
        self.document.storeToURL(uno.systemPathToFileUrl(path), (value("FilterName", name),))


def untouched(copy):
    """Opened and saved."""


def accepted(copy):
    """Every suggested change taken."""
    copy.tell("AcceptAllTrackedChanges")


def refused(copy):
    """Every suggested change refused."""
    copy.tell("RejectAllTrackedChanges")


def answered(copy):
    """Comments answered in all the ways there are: on the words of a claim, on words of no claim, in a comment that was there; one marked as done, one taken out."""
    copy.comment("Nobody in this trade was consulted", "I asked three of them on Monday; none had been asked.", "Hanna Osei")
    copy.comment("did not reply", "He has written since.", "Hanna Osei")
    copy.comment("two members voted against it", "It was two: Ames and Brook. See the minutes.\nPage 4.", "")
    said = copy.note("Claim 6")
    said.Content = said.Content + "\nThe list of berths is of February."
    copy.note("Claim 5").Resolved = True
    copy.track(False)
    copy.note("Claim 2").dispose()


def worked(copy):
    """A day's work: one suggestion taken, one refused; words changed with tracking and without; a paragraph moved, one added, one split."""
    copy.settle("4.5", "Accept")
    copy.settle("5.4", "Accept")
    copy.settle("48.6", "Reject")
    copy.settle("46.8", "Reject")
    copy.track(True)
    copy.replace("did not reply", "declined to comment")
    copy.track(False)
    copy.replace("two members voted against it", "three members voted against it")
    copy.move_up("A spokesman", 3)
    copy.track(True)
    copy.add_after("declined to comment", "The quay is to open again in May.")


def half(copy):
    """Of one replacement the new words are taken, of another the old words are kept; the other half of each is left."""
    copy.settle("5.4", "Accept")
    copy.settle("48.6", "Reject")


def moved(copy):
    """A paragraph moved while changes are tracked, one joined to the next, one taken out."""
    copy.track(True)
    copy.move_up("A spokesman", 3)
    copy.join("The council approved")
    copy.take_out("Repairs may cost")


if __name__ == "__main__":
    port, deed, source, target = sys.argv[1:]
    context = connect(port)
    sign(context, "Hanna", "Osei")
    copy = Copy(context, source)
    try:
        globals()[deed](copy)
        copy.save(target)
    finally:
        copy.document.close(True)
