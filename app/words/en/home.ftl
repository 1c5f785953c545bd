
## Home

home-title = Today
