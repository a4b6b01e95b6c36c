@node "%~dp0pulumi-resource-ncloud" %*
