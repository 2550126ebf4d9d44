/**
 * The versions of the mappings: the first is loaded from the folder of {@code mapping.seed}, the others are made by people, and
 * each is kept for ever. What may become a version, what it would change, and which one is in force.
 */
@NullMarked
package centrasage.mapping.version;

import org.jspecify.annotations.NullMarked;
