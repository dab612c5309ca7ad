/** The command line: reads what a person asks for, lets the stages do it, and turns how it ends into an exit code. */
@NullMarked
package io.understudy.jobs.cli;

import org.jspecify.annotations.NullMarked;
