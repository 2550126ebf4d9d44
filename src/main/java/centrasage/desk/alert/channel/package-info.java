/** The ways out: e-mail, and web hooks of Teams and Slack. */
@NullMarked
package centrasage.desk.alert.channel;

import org.jspecify.annotations.NullMarked;
