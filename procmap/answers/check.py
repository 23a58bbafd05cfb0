"""`check`: what was read of files and what was not, and what is wrong with the processes in them."""

from __future__ import annotations

from typing import Literal

from procmap.answers.shapes import Answer, FindingAnswer, ProcessAnswer, UnreadFile, names_of, tell
from procmap.answers.sources import described, open_all
from procmap.answers.understood import UnderstoodTable, understood
from procmap.formats import Document
from procmap.language.privacy import personal_data
from procmap.messages import ENGLISH, Translator
from procmap.model import BadInput, Process, validate
from procmap.model.value import Value
from procmap.soundness import soundness


class SoundnessAnswer(Value):
    """Can the process run? `path` holds the ids of the nodes on the way to the fault, `text` says it in words."""

    verdict: Literal["sound", "unsound", "undecided"]
    path: tuple[str, ...] = ()
    text: str = ""


class CheckedProcess(Value):
    """One process of a file: its findings, and whether it can run."""

    id: str
    name: str
    findings: tuple[FindingAnswer, ...]
    soundness: SoundnessAnswer


class CheckedFile(Value):
    """One file that was read: its format and the program that wrote it, what could not be read, its processes.

    `understood`: the steps as a table, where people wrote them in words.
    """

    source: str
    read: Literal[True] = True
    format: str
    tool: str
    warnings: tuple[FindingAnswer, ...]
    processes: tuple[CheckedProcess, ...]
    understood: tuple[UnderstoodTable, ...] = ()


class CheckAnswer(Answer):
    """What was found in files."""

    files: tuple[CheckedFile | UnreadFile, ...] = ()
    processes: tuple[ProcessAnswer, ...] = ()

    @property
    def blocking(self) -> bool:
        """Tell whether a process cannot run, or a finding blocks."""
        read = [file for file in self.files if isinstance(file, CheckedFile)]
        processes = [process for file in read for process in file.processes]
        findings = [finding for file in read for finding in file.warnings]
        findings += [finding for process in processes for finding in process.findings]
        unsound = any(process.soundness.verdict == "unsound" for process in processes)
        return unsound or any(finding.severity == "blocking" for finding in findings)


def check(names: list[str], say: Translator = ENGLISH) -> CheckAnswer:
    """Return what was read of the files `names`, what was not, and what is wrong with the processes in them."""
    files: list[CheckedFile | UnreadFile] = []
    processes: list[ProcessAnswer] = []
    for name, document in zip(names, open_all(names), strict=True):
        if isinstance(document, BadInput):
            files.append(UnreadFile(source=name, error=tell(document.finding, say=say)))
            continue
        files.append(checked(document, say))
        processes += described(document)
    return CheckAnswer(files=tuple(files), processes=tuple(processes))


def checked(document: Document, say: Translator = ENGLISH) -> CheckedFile:
    """Return what was read of a file, what was not, and what is wrong with the processes in it."""
    names = names_of(document.processes)
    return CheckedFile(
        source=document.name,
        format=document.format,
        tool=document.tool,
        warnings=tuple(tell(finding, names, say) for finding in document.findings),
        processes=tuple(_checked_process(process, say) for process in document.processes),
        understood=understood(document, say.language),
    )


def _checked_process(process: Process, say: Translator) -> CheckedProcess:
    names = names_of([process])
    verdict = soundness(process)
    findings = tuple(
        tell(finding, names, say) for finding in (*validate(process), *personal_data(process), *verdict.notes)
    )
    answer = SoundnessAnswer(
        verdict=verdict.verdict,
        path=verdict.path,
        text=" ".join(say.sentence(finding) for finding in verdict.findings),
    )
    return CheckedProcess(id=process.id, name=process.name, findings=findings, soundness=answer)
