package centrasage.sync.runs;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.util.List;

/** The context of a run that is none: for simulations. */
public final class NoContext {
    private static final JobContext CONTEXT = (JobContext) Proxy.newProxyInstance(
            JobContext.class.getClassLoader(),
            new Class<?>[] {JobContext.class},
            (proxy, method, arguments) -> method.getReturnType() == long.class ? 1L : null);

    private NoContext() {}

    public static JobContext get() {
        return CONTEXT;
    }

    /** What the batch runtime has a writer do. */
    public static void write(AbstractItemWriter writer, Object item) {
        try {
            writer.writeItems(List.of(item));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
