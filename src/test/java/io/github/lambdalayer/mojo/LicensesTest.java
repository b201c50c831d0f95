package io.github.lambdalayer.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.License;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LicensesTest {

  private static License license(@Nullable String name, @Nullable String url) {
    var license = new License();
    license.setName(name);
    license.setUrl(url);
    return license;
  }

  @Test
  void areNamedOrElseLinked() {
    assertThat(
            Licenses.of(
                List.of(
                    license("Apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0.txt"),
                    license(" ", "https://example.com/license"),
                    license("The\n    MIT  License ", null))))
        .containsExactly("Apache-2.0", "https://example.com/license", "The MIT License");
  }

  @Test
  void whatSaysNothingIsNone() {
    assertThat(Licenses.of(List.of(license(null, null), license("", " ")))).isEmpty();
  }
}
