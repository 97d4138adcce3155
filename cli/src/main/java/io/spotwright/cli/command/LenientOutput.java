package io.spotwright.cli.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Drops what is written after the reader closed the pipe, as in {@code spotwright plan … | head}:
 * the reader has what it wanted. Every other failure, a full disk for one, is thrown.
 */
final class LenientOutput extends FilterOutputStream {
  private boolean closed;

  LenientOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (!closed) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        closeOrThrow(e);
      }
    }
  }

  @Override
  public void flush() throws IOException {
    if (!closed) {
      try {
        out.flush();
      } catch (IOException e) {
        closeOrThrow(e);
      }
    }
  }

  private void closeOrThrow(IOException e) throws IOException {
    String message = e.getMessage();
    if (message == null || !message.contains("Broken pipe")) {
      throw e;
    }
    closed = true;
  }
}
