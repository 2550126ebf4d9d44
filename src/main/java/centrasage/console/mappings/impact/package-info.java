/**
 * What a change of the mappings would do before anybody saves it: {@link centrasage.console.mappings.impact.ImpactWork} plans the documents
 * of some days by both, with the planners of the jobs, and {@link centrasage.console.mappings.impact.Impact} is what differs.
 */
@NullMarked
package centrasage.console.mappings.impact;

import org.jspecify.annotations.NullMarked;
