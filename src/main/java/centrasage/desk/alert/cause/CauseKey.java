package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;

/**
 * Which exceptions people are told of together: the one place that says so. Those of documents belong together by their kind, the code
 * of their first reason, and their owner; each of those that are about many documents or the application itself is a cause of its own.
 *
 * <p>The severity is no part of it: what only gets worse would look as if it were over, and something else had begun.
 */
final class CauseKey {
    private static final int MAX = 200;

    private CauseKey() {}

    static String of(BusinessException exception) {
        BusinessException.Kind kind = exception.kind();
        boolean isOneOfMany = !kind.isOfMany() && (kind.isAboutAnOrder() || isOfPayouts(kind));
        String key = isOneOfMany
                ? kind + "/" + exception.reasons().get(0).code() + "/" + exception.owner()
                : kind + "/" + exception.owner() + "/" + exception.id();
        return key.substring(0, Math.min(key.length(), MAX));
    }

    /** A file, a batch or a journal; a clearing bank stands for itself. */
    private static boolean isOfPayouts(BusinessException.Kind kind) {
        return kind.isOfSettlement()
                && kind != BusinessException.Kind.CLEARING_DIFFERS
                && kind != BusinessException.Kind.CLEARING_BASE_DIFFERS;
    }
}
