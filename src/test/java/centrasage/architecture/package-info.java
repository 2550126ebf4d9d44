/** The rules of the code's style and design, held by the build; each is shown to fail on a deliberate violation. */
@NullMarked
package centrasage.architecture;

import org.jspecify.annotations.NullMarked;
