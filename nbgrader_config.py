"""nbgrader's configuration for this course. Stock commands and formgrader use it as it is."""

c = get_config()  # noqa: F821 (nbgrader runs this file and provides it)

c.CourseDirectory.course_id = "firstgrad"
# Source and release under the names that this repository gives them
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"

c.ClearSolutions.code_stub = {
    "python": "# Write your code here, and delete the next line.\nraise NotImplementedError"
}

# nbgrader's own steps, with ours in the place of its ClearSolutions: an answer is left as `...`
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "graders.engine.stubs.LeaveStubs",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# Grading through firstgrad: the submission's code runs in a process of its own
c.Autograde.exporter_class = "graders.engine.nbgrader.ReadSubmission"
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "graders.engine.nbgrader.RestoreCells",
    "graders.engine.nbgrader.CheckCells",
]
c.Autograde.autograde_preprocessors = [
    "graders.engine.nbgrader.GradeSubmission",  # in the place of nbgrader's Execute
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]
