/** A person's deed about many exceptions at once: seen before it is done, done one by one, and told of each. */
@NullMarked
package centrasage.desk.bulk;

import org.jspecify.annotations.NullMarked;
