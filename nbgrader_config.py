"""nbgrader's configuration for this course. Stock commands and formgrader use it as it is."""

c = get_config()  # noqa: F821 (nbgrader runs this file and provides it)

c.CourseDirectory.course_id = "firstgrad"
# Source and release under the names that this repository gives them
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"

c.ClearSolutions.code_stub = {
    "python": "# Write your code here, and delete the next line.\nraise NotImplementedError"
}

# Grading through firstgrad: the submission's code runs in a process of its own
c.Autograde.exporter_class = "graders.engine.nbgrader.ReadSubmission"
c.Autograde.sanitize_preprocessors = [
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "graders.engine.nbgrader.RestoreCells",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "graders.engine.nbgrader.GradeSubmission",  # in the place of nbgrader's Execute
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
]
