package centrasage.sync.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.CountDownLatch;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A disk under H2 ({@code jdbc:h2:held:...}) whose writes wait for as long as they are held. */
public final class HeldDisk extends FilePathWrapper {
    private static volatile CountDownLatch gate = new CountDownLatch(0);

    static {
        FilePath.register(new HeldDisk());
    }

    /** Makes H2 know this disk. */
    static void plugIn() {
        gate = new CountDownLatch(0);
    }

    static void hold() {
        gate = new CountDownLatch(1);
    }

    static void letGo() {
        gate.countDown();
    }

    static boolean isHeld() {
        return gate.getCount() > 0;
    }

    @Override
    public String getScheme() {
        return "held";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Held(getBase().open(mode));
    }

    private static final class Held extends FileBaseDefault {
        private final FileChannel file;

        Held(FileChannel file) {
            this.file = file;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return file.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void force(boolean withMetadata) throws IOException {
            file.force(withMetadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
