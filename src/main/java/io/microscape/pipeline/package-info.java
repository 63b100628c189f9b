/** Jobs that call the rooms in order and report progress. */
package io.microscape.pipeline;
