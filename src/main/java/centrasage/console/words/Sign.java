package centrasage.console.words;

/**
 * How a state is shown: never by colour alone.
 *
 * @param tone the colour's name in the style sheet, such as {@code posted}
 * @param icon the icon's name, such as {@code check}
 * @param meaning one sentence for whoever does not know the word
 */
public record Sign(String word, String icon, String tone, String meaning) {}
